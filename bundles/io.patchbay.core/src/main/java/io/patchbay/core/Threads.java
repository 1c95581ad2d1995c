// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.core.slot.Timers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All threads of the core: one a slot, one for timers, one that tells watchers. After closing, what comes is dropped.
 */
final class Threads implements AutoCloseable {
    private static final RejectedExecutionHandler DROP = (work, executor) -> {};
    private static final long CLOSE_SECONDS = 5;
    private static final int LETTER_THREADS = 4;

    private final List<ExecutorService> pools = new ArrayList<>();
    private final ScheduledThreadPoolExecutor clock;
    private final ExecutorService teller;
    private final ExecutorService letters;

    Threads() {
        clock = new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "patchbay-timer-1"), DROP);
        clock.setRemoveOnCancelPolicy(true);
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        teller = single("patchbay-teller-1");
        AtomicInteger number = new AtomicInteger();
        letters = new ThreadPoolExecutor(
                LETTER_THREADS,
                LETTER_THREADS,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> new Thread(work, "patchbay-letters-" + number.incrementAndGet()),
                DROP);
    }

    private static ExecutorService single(String name) {
        return new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> new Thread(work, name), DROP);
    }

    synchronized Executor slot(String name) {
        ExecutorService slot = single("patchbay-slot-" + name);
        pools.add(slot);
        return slot;
    }

    Executor teller() {
        return teller;
    }

    /** For what waits for database and disk while letters are taken. */
    Executor letters() {
        return letters;
    }

    Timers timers() {
        return (delay, run) -> {
            ScheduledFuture<?> later = clock.schedule(run, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> later.cancel(false);
        };
    }

    @Override
    public synchronized void close() {
        clock.shutdownNow();
        end(letters);
        pools.forEach(Threads::end);
        end(teller);
    }

    private static void end(ExecutorService pool) {
        pool.shutdown();
        try {
            if (!pool.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
