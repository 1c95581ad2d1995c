// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

/** Watches whether the far end is alive. */
final class Vigil {
    /** What a tick showed; told once each. */
    enum Finding {
        NOTHING_NEW,
        FLOWING,
        SILENT
    }

    private final long deadAfterNanos;
    private boolean watching;
    private boolean flowing;
    private boolean told;
    private long lastSign;

    Vigil(long deadAfterNanos) {
        this.deadAfterNanos = deadAfterNanos;
    }

    /** The time begins anew. */
    void begin(long now) {
        watching = true;
        flowing = false;
        told = false;
        lastSign = now;
    }

    Finding tick(long now, boolean rtp, boolean rtcp, boolean expected) {
        if (rtp || rtcp || !expected) {
            lastSign = now;
        }
        if (rtp && !flowing) {
            flowing = true;
            told = false;
            return Finding.FLOWING;
        }
        if (watching && !told && now - lastSign >= deadAfterNanos) {
            told = true;
            flowing = false;
            return Finding.SILENT;
        }
        return Finding.NOTHING_NEW;
    }
}
