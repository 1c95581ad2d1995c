// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;

/** A producer whose answer comes from a thread of Patchbay's, which must not be kept: a pool of the route goes on. */
abstract class Hop extends DefaultAsyncProducer {
    private static final int THREADS = 4;
    private static final long IDLE_SECONDS = 10;

    private ThreadPoolExecutor pool;

    Hop(Endpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        String thread = "patchbay-route-" + getEndpoint().getCamelContext().getName() + "-";
        AtomicInteger number = new AtomicInteger();
        pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(), // bounded by the exchanges under way
                work -> new Thread(work, thread + number.incrementAndGet()),
                (late, stopped) -> late.run()); // who asked is told even if the route has been stopped meanwhile
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    protected void doStop() throws Exception {
        pool.shutdown();
        super.doStop();
    }

    /** Fails the exchange, or lets {@code well} put what came into it; then goes on. */
    final <T> boolean await(CompletionStage<T> stage, Consumer<T> well, Exchange exchange, AsyncCallback callback) {
        stage.whenCompleteAsync(
                (result, failure) -> {
                    if (failure == null) {
                        well.accept(result);
                    } else {
                        exchange.setException(unwrapped(failure));
                    }
                    callback.done(false);
                },
                pool);
        return false;
    }

    static boolean failed(Exchange exchange, AsyncCallback callback, Exception why) {
        exchange.setException(why);
        callback.done(true);
        return true;
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
