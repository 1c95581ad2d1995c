// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.interaction;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.PartyId;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody in a live contact, and how.
 *
 * @param id who
 * @param role what he is there
 * @param manner how he is there now
 * @param muted whether nobody hears him though he talks
 * @param by who asked him in; empty for the customer and his agent
 * @param since since when he is there in this manner
 */
public record Participant(PartyId id, Role role, Manner manner, boolean muted, Optional<AgentId> by, Instant since) {
    public Participant {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(manner, "manner");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(since, "since");
    }

    /** What somebody is in a contact. */
    public enum Role {
        /** The remote party. */
        CUSTOMER,
        /** The agent whose contact it is. */
        AGENT,
        /** A colleague who was asked in. */
        COLLEAGUE,
        /** Somebody outside who was called in. */
        EXTERNAL,
        /** A supervisor. */
        SUPERVISOR;

        /**
         * The name on the wire.
         *
         * @return lower case
         */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How somebody is in a contact: this alone says who hears whom. */
    public enum Manner {
        /** His phone rings. */
        RINGING,
        /** Hears all who talk, and all who talk or listen hear him. */
        TALKING,
        /** Hears music, nobody hears him. */
        HELD,
        /** Hears all who talk, nobody hears him. */
        LISTENING,
        /** Hears all who talk; only the agent and other supervisors hear him. */
        WHISPERING;

        /**
         * The name on the wire.
         *
         * @return lower case
         */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
