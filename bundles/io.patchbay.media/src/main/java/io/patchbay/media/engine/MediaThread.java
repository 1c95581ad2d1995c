// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import io.patchbay.media.Bridge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries some bridges: each ticks every 20 ms, one share of them every 2 ms, so that no tick of many keeps the others
 * waiting. Between two shares it does what was asked for and looks for voice that goes straight through, also in the
 * middle of a long one. The schedule is absolute; late ticks are made up for one after the other, more than ten of them
 * are left out.
 */
final class MediaThread {
    static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final Logger log = LoggerFactory.getLogger(MediaThread.class);
    private static final int MOST_TICKS_BEHIND = 10;
    private static final int SHARES = 10;
    /** From share to share; voice that goes straight through waits at most so long. */
    private static final long SHARE_NANOS = TICK_NANOS / SHARES;
    /** Waking for fewer than these is not worth it. */
    private static final int FEW = 8;

    private final Desk desk;
    private final Thread thread;
    private final Queue<Runnable> wishes = new ConcurrentLinkedQueue<>();
    private final AtomicInteger load = new AtomicInteger();
    private final List<List<LiveBridge>> shares = IntStream.range(0, SHARES)
            .mapToObj(i -> new ArrayList<LiveBridge>())
            .collect(Collectors.toList());
    private int carried;
    /** Whose turn it is. */
    private int turn;
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
        post(() -> {
            carried++;
            shares.stream()
                    .min(Comparator.comparingInt(share -> Math.max(FEW, share.size())))
                    .orElseThrow()
                    .add(bridge);
        });
    }

    /** Ends all bridges but those. Safe for any thread. */
    void retain(Set<Bridge> kept) {
        post(() -> bridges().filter(bridge -> !kept.contains(bridge)).forEach(LiveBridge::end));
    }

    /** As they are now: they may come and go meanwhile. */
    private Stream<LiveBridge> bridges() {
        return shares.stream().flatMap(List::stream).toList().stream();
    }

    /** On the media thread. */
    void remove(LiveBridge bridge) {
        if (shares.stream().anyMatch(share -> share.remove(bridge))) {
            carried--;
            load.decrementAndGet();
        }
    }

    /** Does it within 20 ms, before a share ticks. */
    void post(Runnable wish) {
        wishes.add(wish);
        if (resting) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        long due = System.nanoTime();
        while (!closed) {
            due = rest() ? System.nanoTime() : due + SHARE_NANOS;
            while (turn != 0 && shares.get(turn).isEmpty() && desk.watch().isIdle()) {
                turn = (turn + 1) % SHARES;
                due += SHARE_NANOS;
            }
            await(due);
            if (turn == 0) {
                due += leaveOut(System.nanoTime() - due) * TICK_NANOS;
            }
            look(System.nanoTime());
            share();
        }
    }

    /** Without bridges and wishes there is no tick; true if it rested. */
    private boolean rest() {
        boolean rested = false;
        resting = true;
        while (carried == 0 && wishes.isEmpty() && !closed) {
            rested = true;
            LockSupport.park(this);
        }
        resting = false;
        return rested;
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
        bridges().forEach(bridge -> bridge.skip(behind));
        return behind;
    }

    /** One tick of all shares; called by the tests where no thread runs. */
    void tick(long now) {
        desk.begins(now);
        for (int i = 0; i < SHARES; i++) {
            share();
        }
    }

    private void share() {
        for (Runnable wish = wishes.poll(); wish != null; wish = wishes.poll()) {
            guarded(wish);
        }
        List<LiveBridge> share = shares.get(turn);
        turn = (turn + 1) % SHARES;
        for (int i = 0; i < share.size(); i++) {
            guarded(share.get(i).settles);
        }
        long looked = System.nanoTime();
        for (int i = 0; i < share.size(); i++) {
            guarded(share.get(i).ticks);
            if (System.nanoTime() - looked >= SHARE_NANOS) {
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
        post(() -> bridges().forEach(LiveBridge::end));
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
