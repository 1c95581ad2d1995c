// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.access;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import java.util.Set;

/**
 * Permissions and where they hold.
 *
 * @param permissions declared keys
 * @param units the units, with their sub-units already in it
 * @param queues the queues; empty for all
 * @param channels the channels; empty for all
 */
public record Reach(Set<String> permissions, Set<UnitId> units, Set<QueueId> queues, Set<ChannelKey> channels) {
    public Reach {
        permissions = Set.copyOf(permissions);
        units = Set.copyOf(units);
        queues = Set.copyOf(queues);
        channels = Set.copyOf(channels);
    }

    /**
     * Whether a place lies within.
     *
     * @param place where a thing is
     * @return true if unit, queue and channel all do
     */
    public boolean covers(Place place) {
        return units.contains(place.unit())
                && (queues.isEmpty() || place.queue().map(queues::contains).orElse(true))
                && (channels.isEmpty()
                        || place.channel().map(channels::contains).orElse(true));
    }
}
