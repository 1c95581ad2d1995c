// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads do. */
public final class Until {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(20).toNanos();
    private static final long PAUSE_NANOS = 5_000_000;

    private Until() {}

    public static void comesTrue(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not come true: " + what);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
