// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.pace;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread on which the town lives: nothing in it needs a lock. */
public final class Clockwork implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Clockwork.class);

    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "patchbay-town-1"), (work, pool) -> {});

    public Clockwork() {
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Soon. */
    public void run(Runnable work) {
        thread.execute(guarded(work));
    }

    /** Later. */
    public void after(Duration pause, Runnable work) {
        var unused = thread.schedule(guarded(work), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Again and again. */
    public void every(Duration pause, Runnable work) {
        var unused = thread.scheduleWithFixedDelay(guarded(work), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The thread's top: one customer's misfortune stops nobody else. */
    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                log.warn("Something in the town went wrong; it goes on", e);
            }
        };
    }

    /** Ends it; what is due later is dropped. Waits for what runs, at most 5 s. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
