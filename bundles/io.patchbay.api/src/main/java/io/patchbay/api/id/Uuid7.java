// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.id;

import java.security.SecureRandom;
import java.util.Comparator;
import java.util.UUID;

/** Time-ordered ids (RFC 9562, 5.7): 48 bits of milliseconds, then random. */
public final class Uuid7 {
    /** Byte order, as databases compare; {@link UUID#compareTo} is signed and would not do. */
    public static final Comparator<UUID> BYTE_ORDER = (a, b) -> {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    };

    private static final SecureRandom RANDOM = new SecureRandom();

    private Uuid7() {}

    /**
     * Makes an id.
     *
     * @param unixMillis the moment, milliseconds since 1970, at least 0
     * @return a new id that sorts after ids of earlier milliseconds
     */
    public static UUID at(long unixMillis) {
        byte[] random = new byte[10];
        RANDOM.nextBytes(random);
        long high = (unixMillis << 16) | 0x7000L | ((random[0] & 0x0FL) << 8) | (random[1] & 0xFFL);
        long low = 0;
        for (int i = 2; i < 10; i++) {
            low = (low << 8) | (random[i] & 0xFFL);
        }
        return new UUID(high, (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }
}
