// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which calls live: each call's events run in order on one of a few, so that its state needs no lock. A
 * waiting call has no thread of its own. After closing, what comes is dropped.
 */
public final class Lanes implements AutoCloseable {
    private static final RejectedExecutionHandler DROP = (work, pool) -> {};
    private static final int COUNT = 2;
    private static final long CLOSE_SECONDS = 5;

    private final List<ExecutorService> lanes = new ArrayList<>();
    private final ScheduledThreadPoolExecutor timer;

    public Lanes() {
        for (int i = 1; i <= COUNT; i++) {
            String name = "patchbay-voice-" + i;
            lanes.add(new ThreadPoolExecutor(
                    1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> new Thread(work, name), DROP));
        }
        timer = new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "patchbay-voice-timer-1"), DROP);
        timer.setRemoveOnCancelPolicy(true);
    }

    /** The lane of a call. */
    Executor lane(String call) {
        return lanes.get(Math.floorMod(call.hashCode(), COUNT));
    }

    /** Runs something after a while, on the timer's thread: hand over at once. */
    public void later(Duration delay, Runnable work) {
        var unused = timer.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        lanes.forEach(ExecutorService::shutdown);
        try {
            for (ExecutorService lane : lanes) {
                if (!lane.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                    lane.shutdownNow();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
