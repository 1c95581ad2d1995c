// SPDX-License-Identifier: Apache-2.0
package io.patchbay.customer;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The threads that wait for the customers' tables, so that nobody else has to. */
@Component(service = Threads.class)
public final class Threads implements AutoCloseable {
    private static final int COUNT = 4;
    private static final int WAITING = 1000;

    private final AtomicInteger number = new AtomicInteger();
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            COUNT,
            COUNT,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            work -> new Thread(work, "patchbay-customer-" + number.incrementAndGet()));

    /** Starts none yet. */
    public Threads() {
        pool.allowCoreThreadTimeOut(true);
    }

    <R> CompletionStage<R> ask(Supplier<R> work, Supplier<R> overloaded) {
        try {
            return CompletableFuture.supplyAsync(work, pool);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture(overloaded.get());
        }
    }

    @Deactivate
    @Override
    public void close() {
        pool.shutdown();
    }
}
