// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.interaction;

import io.patchbay.api.address.Address;
import io.patchbay.api.command.Command;
import io.patchbay.api.content.Attachment;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.QueueId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the firm begins. */
public sealed interface OutboundCommand extends Command {
    /**
     * Writes to an address by a channel whose parties write and go. From an agent it opens a contact on his desk; from
     * a part of Patchbay or a route it is a notice: a contact that is over when the message is on its way. An answer
     * comes back into the same conversation.
     *
     * @param channel for example {@code sms}
     * @param from which of our addresses; empty for the channel's first account
     * @param to where
     * @param queue whose thing it is, and where an answer waits
     * @param subject for channels that have subjects, up to 400 characters
     * @param text 1 to 8,000 characters
     * @param attachments what goes with it
     */
    record WriteTo(
            ChannelKey channel,
            Optional<Address> from,
            Address to,
            QueueId queue,
            Optional<String> subject,
            String text,
            List<Attachment> attachments)
            implements OutboundCommand {
        public WriteTo {
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(queue, "queue");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(text, "text");
            attachments = List.copyOf(attachments);
        }

        /** Hides the content. */
        @Override
        public String toString() {
            return "WriteTo[" + channel + ", " + text.length() + " characters]";
        }
    }

    /**
     * {@code call.colleague}: calls a colleague from an agent's desk, without any customer: his own phone first, then
     * the colleague's. It is not recorded, waits in no queue and asks for no wrap-up.
     *
     * @param agent whom
     */
    record CallColleague(AgentId agent) implements OutboundCommand {
        public CallColleague {
            Objects.requireNonNull(agent, "agent");
        }
    }

    /**
     * Calls a customer from an agent's desk: the agent's own phone first, told to answer by itself if it can, then the
     * customer by a trunk. A contact of its own; who is not reached leaves the agent in wrap-up with the cause.
     *
     * @param number as typed; a colleague's extension is {@link CallColleague}
     * @param queue whose number is presented and whose rules count; empty for the first the agent serves that may call
     */
    record Dial(String number, Optional<QueueId> queue) implements OutboundCommand {
        /** The longest number that is read. */
        public static final int LONGEST = 40;

        public Dial {
            if (number.isBlank() || number.length() > LONGEST) {
                throw new IllegalArgumentException(
                        "number must have 1 to " + LONGEST + " characters but has " + number.length());
            }
            Objects.requireNonNull(queue, "queue");
        }

        /** Hides the number. */
        @Override
        public String toString() {
            return "Dial[" + queue.map(QueueId::value).orElse("") + "]";
        }
    }
}
