// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Mails of a box that could not be taken: left where they are and tried again later. For the box's thread alone. */
final class Troubles {
    static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int TRIES = 3;

    private final InstantSource clock;
    private final Map<Long, Integer> faults = new HashMap<>();
    private final Map<Long, Instant> parked = new HashMap<>();
    private String last = "";

    Troubles(InstantSource clock) {
        this.clock = clock;
    }

    boolean rests(long uid) {
        return parked.getOrDefault(uid, Instant.MIN).isAfter(clock.instant());
    }

    /** Counts a fault of a mail; true if it was one too many and the mail rests now. */
    boolean fault(long uid, String reason) {
        if (faults.merge(uid, 1, Integer::sum) < TRIES) {
            return false;
        }
        park(uid, reason);
        return true;
    }

    void park(long uid, String reason) {
        faults.remove(uid);
        parked.put(uid, clock.instant().plus(PAUSE));
        last = reason;
    }

    void solved(long uid) {
        faults.remove(uid);
        parked.remove(uid);
    }

    boolean isEmpty() {
        return parked.isEmpty();
    }

    /** In words for the account's state; empty if there is none. */
    String alarm() {
        return parked.isEmpty() ? "" : parked.size() + " mail(s) in the box could not be taken: " + last;
    }
}
