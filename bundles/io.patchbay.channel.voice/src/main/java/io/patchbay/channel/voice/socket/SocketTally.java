// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.socket;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Sockets that were refused or that we closed, by reason. Any thread. */
public final class SocketTally {
    private final Map<Reason, LongAdder> counts = new EnumMap<>(Reason.class);

    /** Why. */
    public enum Reason {
        /** A page of a foreign origin. */
        ORIGIN,
        /** Not SIP over WebSocket. */
        PROTOCOL,
        /** Too many sockets. */
        FULL,
        /** It does not read. */
        SLOW,
        /** It answers no ping. */
        SILENT,
        /** It said what is no SIP. */
        ILLEGIBLE,
        /** It said too much. */
        FAST,
        /** It was not used. */
        UNUSED;

        /** As in the figures. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public SocketTally() {
        for (Reason reason : Reason.values()) {
            counts.put(reason, new LongAdder());
        }
    }

    void count(Reason reason) {
        counts.get(reason).increment();
    }

    /** How many for that reason. */
    public long of(Reason reason) {
        return counts.get(reason).sum();
    }
}
