// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.rtp;

import java.time.Instant;

/** Turns the media clock into NTP time stamps (RFC 3550, 4). */
public final class NtpClock {
    private static final long SECONDS_1900_TO_1970 = 2_208_988_800L;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double FRACTION = 4_294_967_296.0;

    private final long atZero;

    /**
     * @param now the time of day
     * @param nanos the media clock at that time
     */
    public NtpClock(Instant now, long nanos) {
        long wall = ((now.getEpochSecond() + SECONDS_1900_TO_1970) << 32) + fraction(now.getNano());
        atZero = wall - fraction(nanos);
    }

    /** Seconds since 1900 in the upper half, their fraction in the lower. */
    public long timestamp(long nanos) {
        return atZero + fraction(nanos);
    }

    /** The middle 32 bits: 1/65536 s. */
    int middle(long nanos) {
        return (int) (timestamp(nanos) >>> 16);
    }

    private static long fraction(long nanos) {
        return (long) (nanos / NANOS_PER_SECOND * FRACTION);
    }
}
