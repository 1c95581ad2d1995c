// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.guard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** An exchange under way: in which steps it is, and how it is cut off. Several threads may work on it. */
final class Running {
    /** The exchange's property that holds it. */
    static final String PROPERTY = "PatchbayRunning";

    final Exchange exchange;
    final String route;
    final Message original;
    private final long sinceNanos;
    private final Deque<Step> steps = new ArrayDeque<>();
    private Optional<CutOffException> refusal;

    Running(Exchange exchange, String route, long sinceNanos, Optional<CutOffException> refusal) {
        this.exchange = exchange;
        this.route = route;
        this.sinceNanos = sinceNanos;
        this.refusal = refusal;
        original = exchange.getMessage().copy();
    }

    static Optional<Running> of(Exchange exchange) {
        return Optional.ofNullable(exchange.getProperty(PROPERTY, Running.class));
    }

    long nanos(long now) {
        return now - sinceNanos;
    }

    /** Why it must not go on, if so. */
    synchronized Optional<CutOffException> refusal() {
        return refusal;
    }

    synchronized Step enter(String node, AsyncCallback callback) {
        Step step = new Step(node, callback);
        steps.push(step);
        return step;
    }

    /** The step's answer is there; false if it was cut off before. */
    synchronized boolean leave(Step step) {
        return steps.remove(step);
    }

    /** The step's thread came back, with or without the answer. */
    @SuppressWarnings("ResultOfMethodCallIgnored")
    synchronized void returned(Step step) {
        step.inside = null;
        if (refusal.isPresent()) {
            boolean ignored = Thread.interrupted(); // it was for this exchange, not for what the thread does next
        }
    }

    /** The step it is in, the innermost one. */
    synchronized String node() {
        return steps.isEmpty() ? "its beginning" : steps.peek().node;
    }

    synchronized boolean isCut() {
        return refusal.isPresent();
    }

    /**
     * Interrupts the threads inside; a step that only awaits its answer is given up.
     *
     * @return what answers for the step given up, to be run elsewhere
     */
    synchronized Optional<Runnable> cut(CutOffException why) {
        if (refusal.isEmpty()) {
            refusal = Optional.of(why);
        }
        boolean inside = false;
        for (Step step : steps) {
            if (step.inside != null) {
                step.inside.interrupt();
                inside = true;
            }
        }
        if (inside || steps.isEmpty()) {
            return Optional.empty();
        }
        Step given = steps.pop();
        return Optional.of(() -> {
            exchange.setException(why);
            given.callback.done(false);
        });
    }
}
