// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace.api;

import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.UnitId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One act in the trace.
 *
 * @param seq its entry's number in the journal
 * @param at when, in milliseconds
 * @param type the entry's dotted type, for example {@code person.saved}
 * @param who the actor as the journal names him, for example {@code user:alice}
 * @param person the account it was done to, if it was done to a colleague
 * @param interaction the contact it belongs to, if any
 * @param unit whose thing it was done to
 * @param from where the request came from, for example an IP address; empty if nobody knows
 * @param refused whether it was only tried
 */
public record TraceLine(
        long seq,
        Instant at,
        String type,
        String who,
        Optional<String> person,
        Optional<InteractionId> interaction,
        UnitId unit,
        Optional<String> from,
        boolean refused) {
    public TraceLine {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(interaction, "interaction");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(from, "from");
    }
}
