// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Whether recordings can be written: failing from one that could not, or from a look at the disk that failed, until one
 * was written whole or a look finds the disk well again. Any thread.
 */
public final class RecorderState {
    /** Without further recordings nobody knows; then the failure is old news. */
    private static final Duration OLD = Duration.ofMinutes(10);

    private final LongSupplier nanos;
    private final LongAdder failures = new LongAdder();
    private boolean failing;
    private long failedAt;
    private boolean closed;

    public RecorderState(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** A recording could not be written. */
    synchronized void failed() {
        failures.increment();
        failing = true;
        failedAt = nanos.getAsLong();
    }

    /** A recording ended; {@code whole} if every second of it was written. */
    synchronized void ended(boolean whole) {
        failing &= !whole;
    }

    /** What a look at the disk found: {@code well} if something could be written and forced. */
    public synchronized void looked(boolean well) {
        if (well && closed) {
            failing = false;
        }
        closed = !well;
    }

    /** How many could not be written since the start. */
    public long failures() {
        return failures.sum();
    }

    public synchronized boolean failing() {
        return closed || (failing && nanos.getAsLong() - failedAt < OLD.toNanos());
    }
}
