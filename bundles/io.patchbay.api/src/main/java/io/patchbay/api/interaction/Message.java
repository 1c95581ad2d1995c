// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.interaction;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One message of a conversation.
 *
 * @param id unique in its conversation
 * @param interaction the episode it fell into
 * @param from which side wrote it
 * @param agent who wrote it, if an agent did
 * @param at when it was committed
 * @param text the text; empty if it is erased
 * @param delivery what became of it; {@code RECEIVED} for the customer's
 */
public record Message(
        MessageId id,
        InteractionId interaction,
        Author from,
        Optional<AgentId> agent,
        Instant at,
        Optional<String> text,
        Delivery delivery) {
    public Message {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(interaction, "interaction");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(delivery, "delivery");
    }

    /** Which side wrote a message; the lower-case name is the one on the wire. */
    public enum Author {
        /** The remote party. */
        CUSTOMER,
        /** An agent. */
        AGENT,
        /** A bot. */
        BOT,
        /** Patchbay. */
        SYSTEM;

        /**
         * The name on the wire.
         *
         * @return lower-case name
         */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of a message; the lower-case name is the one on the wire. */
    public enum Delivery {
        /** From the customer. */
        RECEIVED,
        /** Durable here, not yet with the remote side. */
        SENT,
        /** The remote side has it. */
        DELIVERED,
        /** It will not arrive. */
        FAILED;

        /**
         * The name on the wire.
         *
         * @return lower-case name
         */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
