// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.interaction;

import io.patchbay.api.address.Address;
import io.patchbay.api.content.Attachment;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import java.time.Instant;
import java.util.List;
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
 * @param way by which channel, between which addresses
 * @param attachments what came or goes with it
 * @param reason why it failed, in a sentence; empty if it did not
 */
public record Message(
        MessageId id,
        InteractionId interaction,
        Author from,
        Optional<AgentId> agent,
        Instant at,
        Optional<String> text,
        Delivery delivery,
        Way way,
        List<Attachment> attachments,
        Optional<String> reason) {
    public Message {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(interaction, "interaction");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(delivery, "delivery");
        Objects.requireNonNull(way, "way");
        attachments = List.copyOf(attachments);
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * By which channel a message went, between which addresses.
     *
     * @param channel the channel
     * @param ours our address; empty if the channel has none or it is erased
     * @param theirs the remote party's; empty if it is erased
     * @param subject its own subject; empty if it has none or it is erased
     */
    public record Way(ChannelKey channel, Optional<Address> ours, Optional<Address> theirs, Optional<String> subject) {
        public Way {
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(ours, "ours");
            Objects.requireNonNull(theirs, "theirs");
            Objects.requireNonNull(subject, "subject");
        }

        /**
         * The way of a channel without accounts.
         *
         * @param channel the channel
         * @return no addresses, no subject
         */
        public static Way by(ChannelKey channel) {
            return new Way(channel, Optional.empty(), Optional.empty(), Optional.empty());
        }
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
