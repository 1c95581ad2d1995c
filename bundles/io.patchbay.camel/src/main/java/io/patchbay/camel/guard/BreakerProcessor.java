// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.guard;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.service.ServiceHelper;

/** The EIP {@code circuitBreaker}: what is inside, or the fallback if it fails, takes too long or is not even tried. */
final class BreakerProcessor extends AsyncProcessorSupport {
    private final String node;
    private final Breaker breaker;
    private final AsyncProcessor inside;
    private final Optional<AsyncProcessor> fallback;
    private final Optional<Timing> timing;

    /** Where and how long what is inside may take. */
    record Timing(Duration limit, ScheduledExecutorService pool) {}

    BreakerProcessor(
            String node,
            Breaker breaker,
            AsyncProcessor inside,
            Optional<AsyncProcessor> fallback,
            Optional<Timing> timing) {
        this.node = node;
        this.breaker = breaker;
        this.inside = inside;
        this.fallback = fallback;
        this.timing = timing;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        if (!breaker.permits()) {
            exchange.setException(new CutOffException("circuit breaker " + node + " is open: the last calls failed"));
            fallBack(exchange, callback);
            return false;
        }
        if (timing.isPresent()) {
            timed(timing.get(), exchange, callback);
            return false;
        }
        // the answer may come by the callback after it came by the return value: only the callback counts
        inside.process(exchange, doneSync -> ended(exchange, callback));
        return false;
    }

    private void ended(Exchange exchange, AsyncCallback callback) {
        boolean well = exchange.getException() == null;
        breaker.ended(well);
        if (well) {
            callback.done(false);
        } else {
            fallBack(exchange, callback);
        }
    }

    private void fallBack(Exchange exchange, AsyncCallback callback) {
        if (fallback.isEmpty()) {
            callback.done(false);
            return;
        }
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, exchange.getException());
        exchange.setException(null);
        exchange.setRouteStop(false);
        exchange.getExchangeExtension().setRedeliveryExhausted(false);
        fallback.get().process(exchange, ignored -> callback.done(false));
    }

    /** Works on a copy, so that what comes too late changes nothing. */
    private void timed(Timing timing, Exchange exchange, AsyncCallback callback) {
        Exchange copy = ExchangeHelper.createCopy(exchange, true);
        AtomicBoolean over = new AtomicBoolean();
        ScheduledFuture<?> late = timing.pool()
                .schedule(
                        () -> {
                            if (over.compareAndSet(false, true)) {
                                exchange.setException(new CutOffException("circuit breaker " + node
                                        + ": no answer within " + timing.limit().toMillis() + " ms"));
                                ended(exchange, callback);
                            }
                        },
                        timing.limit().toMillis(),
                        TimeUnit.MILLISECONDS);
        timing.pool()
                .execute(() -> inside.process(copy, doneSync -> {
                    if (over.compareAndSet(false, true)) {
                        late.cancel(false);
                        ExchangeHelper.copyResults(exchange, copy);
                        ended(exchange, callback);
                    }
                }));
    }

    @Override
    protected void doStart() {
        ServiceHelper.startService(inside, fallback.orElse(null));
    }

    @Override
    protected void doStop() {
        ServiceHelper.stopService(inside, fallback.orElse(null));
        timing.ifPresent(one -> one.pool().shutdownNow());
    }
}
