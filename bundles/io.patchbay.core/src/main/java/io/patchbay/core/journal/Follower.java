// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.journal;

import io.patchbay.api.journal.JournalEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One follower on a thread of its own: catches up, then keeps up; a failing listener gets the same entries again. */
final class Follower implements Runnable, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Follower.class);
    private static final long IDLE_MILLIS = 1_000;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;
    private static final long CLOSE_MILLIS = 5_000;

    /** After a step, so that a projection commits 50 times a second under load, not once for each group of entries. */
    private static final long REST_MILLIS = 20;

    /** A step of that many entries is followed by the next at once. */
    private static final int MANY = 200;

    private final String name;
    private final RecentLines recent;
    private final LongFunction<List<JournalEntry>> read;
    private final Consumer<List<JournalEntry>> listener;
    private final Thread thread;
    private volatile long position;
    private int taken;
    private volatile boolean over;
    private volatile String failure;

    Follower(
            String name,
            long after,
            RecentLines recent,
            LongFunction<List<JournalEntry>> read,
            Consumer<List<JournalEntry>> listener) {
        this.name = name;
        this.position = after;
        this.recent = recent;
        this.read = read;
        this.listener = listener;
        this.thread = new Thread(this, "patchbay-follow-" + name);
        thread.setDaemon(true);
    }

    Follower start() {
        thread.start();
        return this;
    }

    String name() {
        return name;
    }

    long position() {
        return position;
    }

    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void run() {
        long pause = IDLE_MILLIS;
        try {
            while (!over) {
                if (!recent.await(position, IDLE_MILLIS)) {
                    continue;
                }
                if (step()) {
                    pause = IDLE_MILLIS;
                    pause(taken < MANY ? REST_MILLIS : 0);
                } else {
                    pause(pause);
                    pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean step() {
        try {
            List<JournalEntry> entries = read.apply(position);
            if (!entries.isEmpty() && !over) {
                listener.accept(entries);
                position = entries.get(entries.size() - 1).seq();
            }
            taken = entries.size();
            failure = null;
            return true;
        } catch (RuntimeException e) {
            if (!over) {
                failure = String.valueOf(e.getMessage());
                log.warn("Follower {} failed after entry {}; the same entries come again", name, position, e);
            }
            return false;
        }
    }

    @SuppressWarnings("WaitNotInLoop") // waking early only means trying early
    private synchronized void pause(long millis) throws InterruptedException {
        if (!over && millis > 0) {
            wait(millis);
        }
    }

    @Override
    public void close() {
        over = true;
        synchronized (this) {
            notifyAll();
        }
        synchronized (recent) {
            recent.notifyAll();
        }
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
