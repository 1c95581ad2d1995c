// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.api.access.Reach;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.RoleId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.people.Grant;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What grants come to: permissions and where they hold. */
final class Rights {
    private Rights() {}

    /** The organisation at one moment. */
    interface House {
        /** A unit with all below it. */
        Collection<UnitId> below(UnitId unit);

        /** What a role may. */
        Set<String> permissions(RoleId role);
    }

    private record Limits(UnitId unit, Set<QueueId> queues, Set<ChannelKey> channels) {}

    /** Grants of the same limits become one reach. */
    static List<Reach> reaches(UnitId home, Collection<Grant> grants, Instant at, House house) {
        Map<Limits, Set<String>> held = new HashMap<>();
        for (Grant grant : grants) {
            if (grant.holds(at)) {
                Limits limits = new Limits(grant.unit().orElse(home), grant.queues(), grant.channels());
                held.computeIfAbsent(limits, none -> new HashSet<>()).addAll(house.permissions(grant.role()));
            }
        }
        return held.entrySet().stream()
                .map(entry -> new Reach(
                        entry.getValue(),
                        Set.copyOf(house.below(entry.getKey().unit())),
                        entry.getKey().queues(),
                        entry.getKey().channels()))
                .toList();
    }
}
