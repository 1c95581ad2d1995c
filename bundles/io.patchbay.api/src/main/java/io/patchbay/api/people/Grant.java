// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.people;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.RoleId;
import io.patchbay.api.id.UnitId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A role that a person holds, where and when it holds.
 *
 * @param role the role
 * @param unit the unit below which it holds; empty for the person's own
 * @param queues the queues it is limited to; empty for all
 * @param channels the channels it is limited to; empty for all
 * @param from from when; empty for always
 * @param until up to and without when; empty for ever
 */
public record Grant(
        RoleId role,
        Optional<UnitId> unit,
        Set<QueueId> queues,
        Set<ChannelKey> channels,
        Optional<Instant> from,
        Optional<Instant> until) {
    public Grant {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(unit, "unit");
        queues = Set.copyOf(queues);
        channels = Set.copyOf(channels);
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            throw new IllegalArgumentException(
                    "until must be after from but is " + until.get() + " with from " + from.get());
        }
    }

    /**
     * A role in the person's own unit, without limits or end.
     *
     * @param role the role
     * @return the grant
     */
    public static Grant of(RoleId role) {
        return new Grant(role, Optional.empty(), Set.of(), Set.of(), Optional.empty(), Optional.empty());
    }

    /**
     * Whether it holds at a moment.
     *
     * @param at the moment
     * @return true from its begin, until its end
     */
    public boolean holds(Instant at) {
        return from.map(begin -> !at.isBefore(begin)).orElse(true)
                && until.map(at::isBefore).orElse(true);
    }
}
