// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.core;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The console's own threads: one clock, and a few that may wait for the database. */
public final class Threads implements AutoCloseable {
    private static final int READERS = 4;
    private static final int WAITING_READS = 1000;

    private final ScheduledExecutorService clock = clock();
    private final ExecutorService readers = new ThreadPoolExecutor(
            READERS,
            READERS,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING_READS),
            named("patchbay-console-read"),
            new ThreadPoolExecutor.CallerRunsPolicy());

    private static ScheduledExecutorService clock() {
        // once it is closed, what comes later never comes
        var clock = new ScheduledThreadPoolExecutor(
                1, named("patchbay-console-clock"), new ThreadPoolExecutor.DiscardPolicy());
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    private static ThreadFactory named(String role) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, role + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Runs something that may wait. */
    public void read(Runnable task) {
        readers.execute(task);
    }

    /** Runs something short later. */
    public void later(Duration pause, Runnable task) {
        var unused = clock.schedule(task, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Runs something short again and again until it is cancelled. */
    public ScheduledFuture<?> every(Duration pause, Runnable task) {
        return clock.scheduleWithFixedDelay(task, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        readers.shutdownNow();
    }
}
