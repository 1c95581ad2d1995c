// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.core.slot.Timers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
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
    private static final int IDLE_SECONDS = 10;
    private static final int WISHES_WAITING = 1_000;
    private static final int TREATMENT_THREADS = 4;
    private static final int TREATMENTS_WAITING = 10_000;

    private final List<ExecutorService> pools = new ArrayList<>();
    private final ScheduledThreadPoolExecutor clock;
    private final ExecutorService teller;
    private final ExecutorService letters;
    private final ExecutorService treatments;

    Threads() {
        clock = new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "patchbay-timer-1"), DROP);
        clock.setRemoveOnCancelPolicy(true);
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        teller = single("patchbay-teller-1");
        letters = resting("letters", LETTER_THREADS, new LinkedBlockingQueue<>(), DROP);
        treatments = resting(
                "treatment",
                TREATMENT_THREADS,
                new LinkedBlockingQueue<>(TREATMENTS_WAITING),
                new ThreadPoolExecutor.AbortPolicy());
    }

    /** One thread that ends when nothing came for a while; what comes after closing is refused. */
    static ExecutorService resting(String name) {
        return resting(name, 1, new LinkedBlockingQueue<>(WISHES_WAITING), new ThreadPoolExecutor.AbortPolicy());
    }

    /** Its threads end when nothing came for a while. */
    private static ExecutorService resting(
            String name, int threads, BlockingQueue<Runnable> waiting, RejectedExecutionHandler tooMany) {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads,
                threads,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                waiting,
                work -> new Thread(work, "patchbay-" + name + "-" + number.incrementAndGet()),
                tooMany);
        pool.allowCoreThreadTimeOut(true);
        return pool;
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

    /** For treatments, which may wait or hang. */
    ExecutorService treatments() {
        return treatments;
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
        treatments.shutdownNow();
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
