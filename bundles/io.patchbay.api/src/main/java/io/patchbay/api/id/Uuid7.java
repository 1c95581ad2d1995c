// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.id;

import java.security.SecureRandom;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Time-ordered ids (RFC 9562, 5.7): 48 bits of milliseconds, then random. */
public final class Uuid7 {
    /** Byte order, as databases compare; {@link UUID#compareTo} is signed and would not do. */
    public static final Comparator<UUID> BYTE_ORDER = (a, b) -> {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    };

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNTER_BITS = 12;
    private static final long STALE_MILLIS = 10_000;
    private static final AtomicLong LAST = new AtomicLong();

    private Uuid7() {}

    /**
     * Makes an id. Ids made by one process in the order of time sort in the order they were made, also within a
     * millisecond (RFC 9562, 6.2, method 1: a counter of 12 bits that may run ahead of the clock).
     *
     * @param unixMillis the moment, milliseconds since 1970, at least 0
     * @return a new id
     */
    public static UUID at(long unixMillis) {
        long wanted = unixMillis << COUNTER_BITS;
        long stamp = LAST.updateAndGet(
                last -> wanted > last || last - wanted > STALE_MILLIS << COUNTER_BITS ? wanted : last + 1);
        long high = ((stamp >>> COUNTER_BITS) << 16) | 0x7000L | (stamp & 0xFFFL);
        return new UUID(high, (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }
}
