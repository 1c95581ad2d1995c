// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread for what is asked and one for what is due. */
final class Workshop {
    private static final Logger log = LoggerFactory.getLogger(Workshop.class);

    private final ThreadPoolExecutor worker;
    private final ScheduledExecutorService timer;

    Workshop(String name) {
        worker = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(1_000),
                work -> new Thread(work, "patchbay-" + name + "-1"));
        timer = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "patchbay-" + name + "-timer-1"));
    }

    ExecutorService worker() {
        return worker;
    }

    /** Does something again and again; what is thrown is told and does not end it. */
    void every(long seconds, Runnable task) {
        var unused = timer.scheduleWithFixedDelay(() -> guarded(task), seconds, seconds, TimeUnit.SECONDS);
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) { // the top of the timer's thread
            log.warn("Settings: what was due failed; it comes again", e);
        }
    }

    void close() {
        timer.shutdownNow();
        worker.shutdown();
    }
}
