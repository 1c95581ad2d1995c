// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what other threads do. */
final class Until {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(20).toNanos();
    private static final long PAUSE_NANOS = 5_000_000;

    private Until() {}

    static void comesTrue(BooleanSupplier condition, Supplier<String> what) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not come true: " + what.get());
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
