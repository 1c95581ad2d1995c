// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.interaction;

import io.patchbay.api.id.AgentId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a customer was asked to say of an agent's part, and what he said. Silence is kept as silence: it is no mark.
 *
 * @param agent whom it is about
 * @param askedAt when he was asked
 * @param of the best mark; 1 is the worst
 * @param value his mark; empty if he gave none, or not yet
 * @param endedAt when he gave it or it was over without; empty while he may still answer
 */
public record Rating(AgentId agent, Instant askedAt, int of, OptionalInt value, Optional<Instant> endedAt) {
    public Rating {
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(askedAt, "askedAt");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(endedAt, "endedAt");
    }

    /**
     * How it stands, for the wire.
     *
     * @return {@code asked}, {@code given} or {@code silent}
     */
    public String state() {
        return endedAt.isEmpty() ? "asked" : value.isPresent() ? "given" : "silent";
    }
}
