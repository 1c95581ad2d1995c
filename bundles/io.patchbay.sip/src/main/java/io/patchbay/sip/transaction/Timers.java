// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.transaction;

/**
 * Timer values of RFC 3261, 17.1.1.1, in milliseconds.
 *
 * @param t1 estimate of the round trip
 * @param t2 longest interval between two copies
 * @param t4 how long a message may stay in the network
 */
public record Timers(long t1, long t2, long t4) {
    /** The values of the RFC. */
    public static final Timers STANDARD = new Timers(500, 4_000, 5_000);

    /** Timers B, F, H, J, L, M. */
    public long giveUp() {
        return 64 * t1;
    }

    /** So many seconds, in milliseconds, where a second is twice T1 as it is by the RFC. */
    public long seconds(long count) {
        return count * 2 * t1;
    }
}
