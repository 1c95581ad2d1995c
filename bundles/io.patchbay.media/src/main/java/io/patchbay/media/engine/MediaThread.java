// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import io.patchbay.media.Bridge;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries some bridges: every 20 ms it does what was asked for, then lets each bridge tick. The schedule is absolute;
 * late ticks are made up for one after the other, more than ten of them are left out. In between it looks every 2 ms
 * for voice that goes straight through, also in the middle of a long tick.
 */
final class MediaThread {
    static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final Logger log = LoggerFactory.getLogger(MediaThread.class);
    private static final int MOST_TICKS_BEHIND = 10;
    /** Voice that goes straight through waits at most so long. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final Desk desk;
    private final Thread thread;
    private final Queue<Runnable> wishes = new ConcurrentLinkedQueue<>();
    private final AtomicInteger load = new AtomicInteger();
    private final List<LiveBridge> bridges = new ArrayList<>();
    /** Made once: a tick allocates nothing. */
    private final Runnable looks;

    private final Runnable sweeps;
    private volatile boolean resting;
    private volatile boolean closed;

    MediaThread(String name, Desk desk) {
        this.desk = desk;
        looks = desk.watch()::look;
        sweeps = desk.watch()::sweep;
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    Desk desk() {
        return desk;
    }

    /** How many bridges it carries. Safe for any thread, as {@link #add} and {@link #post}. */
    int load() {
        return load.get();
    }

    void add(LiveBridge bridge) {
        load.incrementAndGet();
        post(() -> bridges.add(bridge));
    }

    /** Ends all bridges but those. Safe for any thread. */
    void retain(Set<Bridge> kept) {
        post(() -> List.copyOf(bridges).stream()
                .filter(bridge -> !kept.contains(bridge))
                .forEach(LiveBridge::end));
    }

    /** On the media thread. */
    void remove(LiveBridge bridge) {
        if (bridges.remove(bridge)) {
            load.decrementAndGet();
        }
    }

    /** Does it at the beginning of the next tick. */
    void post(Runnable wish) {
        wishes.add(wish);
        if (resting) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        long due = System.nanoTime();
        while (!closed) {
            due = rest() ? System.nanoTime() : due + TICK_NANOS;
            lookUntil(due);
            await(due);
            due += leaveOut(System.nanoTime() - due) * TICK_NANOS;
            tick(System.nanoTime());
        }
    }

    /** Without bridges and wishes there is no tick; true if it rested. */
    private boolean rest() {
        boolean rested = false;
        resting = true;
        while (bridges.isEmpty() && wishes.isEmpty() && !closed) {
            rested = true;
            LockSupport.park(this);
        }
        resting = false;
        return rested;
    }

    private void lookUntil(long due) {
        for (long next = System.nanoTime() + LOOK_NANOS;
                next - due < 0 && !desk.watch().isIdle();
                next = System.nanoTime() + LOOK_NANOS) {
            await(next);
            look(System.nanoTime());
        }
    }

    /** Between two ticks; called by the tests where no thread runs. */
    void look(long now) {
        desk.begins(now);
        guarded(looks);
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** How many ticks are left out because it is too late for them. */
    long leaveOut(long lateNanos) {
        if (lateNanos > TICK_NANOS) {
            desk.tally().count(Counter.LATE_TICKS);
        }
        long behind = lateNanos / TICK_NANOS;
        if (behind <= MOST_TICKS_BEHIND) {
            return 0;
        }
        desk.tally().add(Counter.SKIPPED_TICKS, behind);
        for (LiveBridge bridge : bridges) {
            bridge.skip(behind);
        }
        return behind;
    }

    /** One tick; called by the tests where no thread runs. */
    void tick(long now) {
        desk.begins(now);
        for (Runnable wish = wishes.poll(); wish != null; wish = wishes.poll()) {
            guarded(wish);
        }
        for (int i = 0; i < bridges.size(); i++) {
            guarded(bridges.get(i).settles);
        }
        long looked = System.nanoTime();
        for (int i = 0; i < bridges.size(); i++) {
            guarded(bridges.get(i).ticks);
            if (System.nanoTime() - looked >= LOOK_NANOS) {
                guarded(looks);
                looked = System.nanoTime();
            }
        }
        guarded(sweeps);
    }

    private static void guarded(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException | Error e) {
            log.error("A media thread goes on after", e);
        }
    }

    /** Ends all bridges and the thread; waits for it. */
    void close() {
        post(() -> List.copyOf(bridges).forEach(LiveBridge::end));
        closed = true;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        tick(desk.now());
        desk.watch().close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
