// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lanes of a node. */
public final class Lanes implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Lanes.class);

    /** What has not been handled by then is refused while it is still cheap. */
    private static final int MOST_WAITING = 5_000;

    private final List<ThreadLane> lanes = new ArrayList<>();

    /** Starts that many threads. */
    public Lanes(int count) {
        for (int i = 1; i <= count; i++) {
            lanes.add(new ThreadLane("patchbay-sip-" + i));
        }
    }

    /** The lane of a call. */
    public Lane of(String callId) {
        return lane(callId);
    }

    private ThreadLane lane(String callId) {
        return lanes.get(Math.floorMod(callId.hashCode(), lanes.size()));
    }

    /** Whether the lane of a call lags so far that new calls should go elsewhere. */
    public boolean crowded(String callId) {
        return lane(callId).waiting.get() > MOST_WAITING;
    }

    /** Waits until everything handed over so far is done, two seconds at most. */
    public void settle() {
        CountDownLatch passed = new CountDownLatch(lanes.size());
        lanes.forEach(lane -> lane.run(passed::countDown));
        try {
            if (!passed.await(2, TimeUnit.SECONDS)) {
                log.warn("SIP lags behind by more than 2 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        lanes.forEach(lane -> lane.executor.shutdownNow());
        for (ThreadLane lane : lanes) {
            try {
                if (!lane.executor.awaitTermination(2, TimeUnit.SECONDS)) {
                    log.warn("{} does not end", lane.name);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class ThreadLane implements Lane {
        private final String name;
        private final ScheduledThreadPoolExecutor executor;
        private final AtomicInteger waiting = new AtomicInteger();

        ThreadLane(String name) {
            this.name = name;
            executor = new ScheduledThreadPoolExecutor(1, task -> {
                Thread thread = new Thread(task, name);
                thread.setDaemon(true);
                return thread;
            });
            executor.setRemoveOnCancelPolicy(true);
        }

        @Override
        public void run(Runnable task) {
            waiting.incrementAndGet();
            try {
                executor.execute(() -> {
                    waiting.decrementAndGet();
                    guarded(task);
                });
            } catch (RejectedExecutionException e) {
                log.debug("{} has ended", name);
            }
        }

        @Override
        public Pending after(long millis, Runnable task) {
            try {
                Future<?> future = executor.schedule(() -> guarded(task), millis, TimeUnit.MILLISECONDS);
                return () -> future.cancel(false);
            } catch (RejectedExecutionException e) {
                log.debug("{} has ended", name);
                return Pending.NONE;
            }
        }

        /** The top of the thread: a fault costs one event, not the lane. */
        private void guarded(Runnable task) {
            try {
                task.run();
            } catch (RuntimeException | StackOverflowError e) {
                log.error("Fault in {}", name, e);
            }
        }
    }
}
