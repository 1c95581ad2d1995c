// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The host's own threads: one that looks and watches, four that carry on what was cut off or is sent again. */
final class RouteThreads implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RouteThreads.class);
    private static final int WORKERS = 4;
    private static final int WAITING = 1_000;

    private final ScheduledThreadPoolExecutor watch =
            new ScheduledThreadPoolExecutor(2, work -> new Thread(work, "patchbay-routes-watch"));
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            WORKERS,
            WORKERS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            work -> new Thread(work, "patchbay-routes-worker"));

    RouteThreads() {
        worker.allowCoreThreadTimeOut(true);
    }

    Executor worker() {
        return worker;
    }

    void everySecond(Runnable work) {
        ScheduledFuture<?> unused = watch.scheduleWithFixedDelay(guarded(work), 0, 1, TimeUnit.SECONDS);
    }

    /** One failure must not end the watch. */
    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                log.error("The watch over routes failed; it goes on", e);
            }
        };
    }

    @Override
    public void close() {
        watch.shutdownNow();
        worker.shutdownNow();
    }
}
