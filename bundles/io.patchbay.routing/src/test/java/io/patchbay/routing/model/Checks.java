// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.model;

import io.patchbay.routing.matching.FloorMatching;
import io.patchbay.spi.routing.ContactId;
import io.patchbay.spi.routing.FreeAgent;
import io.patchbay.spi.routing.Matching.Match;
import io.patchbay.spi.routing.Waiting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must hold of every match, looked up in the plain centre. */
final class Checks {
    private static final long GOAL_SECONDS = 20;

    private final PlainCentre centre;
    private final Map<ContactId, Integer> overtaken = new HashMap<>();
    private final Map<ContactId, Integer> firstOvertaken = new HashMap<>();

    Checks(PlainCentre centre) {
        this.centre = centre;
    }

    private static void hold(boolean holds, String what, Match match) {
        if (!holds) {
            throw new IllegalStateException(what + ": " + match);
        }
    }

    /** Those who have now seen others taken before them often enough to be due. */
    List<Waiting> match(Match match) {
        Waiting taken = centre.waiting.get(match.contact());
        hold(taken != null, "it does not wait, it was offered twice or is gone", match);
        PlainCentre.Worker worker = centre.workers.get(match.agent());
        FreeAgent agent = worker.free().orElse(null);
        hold(agent != null, "he takes nothing", match);
        hold(worker.room(taken.kind()), "it is above his capacity", match);
        hold(agent.fits(taken), "he does not fit", match);
        List<Waiting> due = new ArrayList<>();
        for (Waiting other : centre.waiting.values()) {
            if (!other.id().equals(taken.id()) && agent.fits(other) && Waiting.RANK.compare(other, taken) < 0) {
                hold(!other.due(), "one that is due was overtaken: " + other, match);
                hold(!equals(other, taken), "an older one of the same kind waits on: " + other, match);
                if (overtakes(agent, other, match)) {
                    due.add(other.dueSince(centre.now));
                }
            }
        }
        return due;
    }

    /** In one line, without difference in credit, both in time or both late: then the older goes first. */
    private boolean equals(Waiting one, Waiting other) {
        return PlainCentre.sameLine(one, other) && one.priority() == other.priority() && late(one) == late(other);
    }

    private boolean late(Waiting contact) {
        return contact.since().plusSeconds(GOAL_SECONDS).isBefore(centre.now);
    }

    private boolean overtakes(FreeAgent agent, Waiting other, Match match) {
        int times = overtaken.merge(other.id(), 1, Integer::sum);
        int most = FloorMatching.CEILING * (1 + centre.ahead.getOrDefault(other.id(), 0));
        hold(times <= most, "it was overtaken " + times + " times: " + other, match);
        boolean first = centre.waiting.values().stream()
                .noneMatch(mate ->
                        PlainCentre.sameLine(mate, other) && agent.fits(mate) && Waiting.RANK.compare(mate, other) < 0);
        if (!first) {
            return false;
        }
        int asFirst = firstOvertaken.merge(other.id(), 1, Integer::sum);
        hold(asFirst <= FloorMatching.CEILING, "as first it was overtaken " + asFirst + " times: " + other, match);
        return asFirst == FloorMatching.CEILING;
    }

    /** It starts anew: it was offered, and counts from nothing if it comes back. */
    void gone(ContactId contact) {
        overtaken.remove(contact);
        firstOvertaken.remove(contact);
        centre.ahead.remove(contact);
    }

    /** After a crash nobody remembers how often. */
    void forget() {
        overtaken.clear();
        firstOvertaken.clear();
    }
}
