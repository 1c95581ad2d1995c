// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.crm;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** How a system behaves: how long it thinks before it answers, and what it spoils. */
final class Mood implements Executor, AutoCloseable {
    private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(8, work -> {
        Thread thread = new Thread(work, "demo-crm");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private volatile long slowMillis;

    void slow(long millis) {
        slowMillis = millis;
    }

    /** The next {@code count} contacts are refused. */
    void refuse(int count) {
        refused.set(count);
    }

    /** The next {@code count} contacts are taken, and the answer is lost. */
    void lose(int count) {
        lost.set(count);
    }

    boolean refuses() {
        return refused.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    boolean loses() {
        return lost.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // nothing waits for it
    public void execute(Runnable work) {
        pool.schedule(work, slowMillis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
