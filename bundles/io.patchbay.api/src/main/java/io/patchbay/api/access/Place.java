// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.access;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a thing lies, as rights see it. A thing without a queue or channel (a person, a customer) is not touched by
 * limits to queues or channels.
 *
 * @param unit whose thing it is
 * @param queue the queue it went through, if such things have one
 * @param channel the channel it came by, if such things have one
 */
public record Place(UnitId unit, Optional<QueueId> queue, Optional<ChannelKey> channel) {
    public Place {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(queue, "queue");
        Objects.requireNonNull(channel, "channel");
    }

    /**
     * The place of a thing that has only a unit.
     *
     * @param unit whose thing it is
     * @return the place
     */
    public static Place of(UnitId unit) {
        return new Place(unit, Optional.empty(), Optional.empty());
    }
}
