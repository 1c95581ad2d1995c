// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.guard;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** A step whose coming and going is known to its {@link Running}. */
final class WatchedStep extends DelegateAsyncProcessor {
    private final String node;

    WatchedStep(String node, Processor target) {
        super(target);
        this.node = node;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Running running = Running.of(exchange).orElse(null);
        if (running == null) {
            return super.process(exchange, callback);
        }
        CutOffException refusal = running.refusal().orElse(null);
        if (refusal != null) {
            exchange.setException(refusal);
            callback.done(true);
            return true;
        }
        return watched(running, exchange, callback);
    }

    private boolean watched(Running running, Exchange exchange, AsyncCallback callback) {
        Step step = running.enter(node, callback);
        try {
            return super.process(exchange, doneSync -> {
                if (running.leave(step)) {
                    running.refusal()
                            .filter(why -> exchange.getException() != null)
                            .ifPresent(exchange::setException);
                    callback.done(doneSync);
                }
            });
        } finally {
            running.returned(step);
        }
    }
}
