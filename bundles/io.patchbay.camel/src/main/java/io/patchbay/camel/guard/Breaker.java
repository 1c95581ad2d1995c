// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.guard;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** Counts how the newest calls ended; open means that none is tried for a while, then one is. Safe for any thread. */
final class Breaker {
    private final Rule rule;
    private final LongSupplier nanos;
    private final Deque<Boolean> newest = new ArrayDeque<>();
    private boolean open;
    private boolean probing;
    private long openedNanos;

    /**
     * When it opens.
     *
     * @param window how many calls are looked at
     * @param atLeast how many must have ended before anything is decided
     * @param failurePercent share of failures that opens it
     * @param pause how long it stays open before one call is tried
     */
    record Rule(int window, int atLeast, double failurePercent, Duration pause) {}

    Breaker(Rule rule, LongSupplier nanos) {
        this.rule = rule;
        this.nanos = nanos;
    }

    /** Whether a call may be made now; it must then be followed by {@link #ended}. */
    synchronized boolean permits() {
        if (!open) {
            return true;
        }
        if (probing || nanos.getAsLong() - openedNanos < rule.pause().toNanos()) {
            return false;
        }
        probing = true;
        return true;
    }

    synchronized void ended(boolean well) {
        if (open) {
            probing = false;
            open = !well;
            openedNanos = nanos.getAsLong();
            newest.clear();
            return;
        }
        newest.addLast(well);
        if (newest.size() > rule.window()) {
            newest.removeFirst();
        }
        long failed = newest.stream().filter(one -> !one).count();
        if (newest.size() >= rule.atLeast() && failed * 100.0 >= rule.failurePercent() * newest.size()) {
            open = true;
            openedNanos = nanos.getAsLong();
        }
    }
}
