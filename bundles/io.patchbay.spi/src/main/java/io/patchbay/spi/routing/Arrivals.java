// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.routing;

import io.patchbay.api.id.SkillId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** When the latest contacts came that asked for a skill. */
final class Arrivals {
    private final Map<SkillId, Deque<Instant>> latest = new HashMap<>();

    /** One that came at a moment or before the latest is one that came back. */
    void came(Waiting contact) {
        for (SkillId skill : contact.needs().keySet()) {
            Deque<Instant> moments = latest.computeIfAbsent(skill, any -> new ArrayDeque<>(Floor.REMEMBERED + 1));
            if (moments.isEmpty() || moments.getLast().isBefore(contact.since())) {
                moments.addLast(contact.since());
            }
            if (moments.size() > Floor.REMEMBERED) {
                moments.removeFirst();
            }
        }
    }

    int after(SkillId skill, Instant moment) {
        Deque<Instant> moments = latest.get(skill);
        int count = 0;
        if (moments != null) {
            for (Iterator<Instant> each = moments.descendingIterator();
                    each.hasNext() && each.next().isAfter(moment); ) {
                count++;
            }
        }
        return count;
    }
}
