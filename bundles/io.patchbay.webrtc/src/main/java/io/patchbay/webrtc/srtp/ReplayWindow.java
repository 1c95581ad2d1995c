// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc.srtp;

/** The last 64 packet indices of one source (RFC 3711, 3.3.2): no packet is taken twice, none that is too old. */
final class ReplayWindow {
    private static final int SIZE = Long.SIZE;

    private long highest = -1;
    /** Bit n: {@code highest - n} was taken. */
    private long taken;

    boolean isNew(long index) {
        long behind = highest - index;
        return behind < 0 || (behind < SIZE && ((taken >>> behind) & 1) == 0);
    }

    /** Only after the packet proved to be genuine. */
    void take(long index) {
        long ahead = index - highest;
        if (ahead > 0) {
            taken = ahead < SIZE ? (taken << ahead) | 1 : 1;
            highest = index;
        } else {
            taken |= 1L << -ahead;
        }
    }

    long highest() {
        return highest;
    }
}
