// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.delivery;

import io.patchbay.monitor.alarm.AlarmChange;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One delivery's line: in order, tried again with growing pauses, given up after a day's worth of tries. */
public final class Dispatch {
    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_TRIES = 300;
    private static final int MOST_WAITING = 1_000;

    private final Delivery delivery;
    private final ScheduledExecutorService thread;
    private final Deque<AlarmChange> waiting = new ArrayDeque<>();
    private boolean running;
    private int tries;

    /** Delivers on a thread that may wait. */
    public Dispatch(Delivery delivery, ScheduledExecutorService thread) {
        this.delivery = delivery;
        this.thread = thread;
    }

    /** Takes a change. Returns at once. */
    public synchronized void add(AlarmChange change) {
        if (waiting.size() == MOST_WAITING) {
            waiting.removeFirst();
        }
        waiting.addLast(change);
        if (!running) {
            running = true;
            thread.execute(this::deliver);
        }
    }

    private synchronized AlarmChange first() {
        return waiting.peekFirst();
    }

    private void deliver() {
        AlarmChange next = first();
        try {
            delivery.deliver(next);
            done(next);
        } catch (IOException e) {
            failed(next, e);
        }
    }

    private synchronized void done(AlarmChange delivered) {
        waiting.remove(delivered);
        tries = 0;
        if (waiting.isEmpty()) {
            running = false;
        } else {
            thread.execute(this::deliver);
        }
    }

    private synchronized void failed(AlarmChange change, IOException why) {
        tries++;
        if (tries == 1) {
            log.warn(
                    "Alarm {} cannot be told by {}: {}; it is tried again",
                    change.alarm().part(),
                    delivery.name(),
                    why.getMessage());
        }
        if (tries >= MOST_TRIES) {
            log.error("Alarm {} was not told by {}: {}", change.alarm().part(), delivery.name(), why.getMessage());
            done(change);
            return;
        }
        long pause = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(tries - 1, 20));
        if (!thread.isShutdown()) {
            var unused = thread.schedule(this::deliver, pause, TimeUnit.MILLISECONDS);
        }
    }
}
