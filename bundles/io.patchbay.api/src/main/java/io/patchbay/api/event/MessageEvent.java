// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.event;

import io.patchbay.api.content.Attachment;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.AttachmentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.MessageId;
import java.util.List;
import java.util.Optional;

/** What happens to the messages of a conversation. */
public sealed interface MessageEvent extends CoreEvent {
    /**
     * The message.
     *
     * @return its id, unique in the conversation
     */
    MessageId message();

    /**
     * {@code message.received}: the customer wrote.
     *
     * @param message its sender's own id
     * @param text the words
     * @param way by which channel, if not by the contact's own way
     * @param attachments what came with it
     */
    record Received(MessageId message, Confidential text, Optional<Way> way, List<AttachedPart> attachments)
            implements MessageEvent {
        public Received {
            attachments = List.copyOf(attachments);
        }

        /**
         * Words alone, by the way the contact came.
         *
         * @param message its sender's own id
         * @param text the words
         */
        public Received(MessageId message, Confidential text) {
            this(message, text, Optional.empty(), List.of());
        }
    }

    /**
     * {@code message.sent}: an agent wrote.
     *
     * @param message the id given here
     * @param agent who; empty if Patchbay or a route did
     * @param text the words
     * @param way by which channel, if not by the contact's own way
     * @param attachments what goes with it
     */
    record Sent(
            MessageId message,
            Optional<AgentId> agent,
            Confidential text,
            Optional<Way> way,
            List<AttachedPart> attachments)
            implements MessageEvent {
        public Sent {
            attachments = List.copyOf(attachments);
        }
    }

    /**
     * {@code message.retried}: it failed and is sent again.
     *
     * @param message which
     */
    record Retried(MessageId message) implements MessageEvent {}

    /**
     * {@code message.delivered}: the remote side has it.
     *
     * @param message which
     */
    record Delivered(MessageId message) implements MessageEvent {}

    /**
     * {@code message.failed}: it will not arrive.
     *
     * @param message which
     * @param reason why
     */
    record Failed(MessageId message, String reason) implements MessageEvent {}

    /**
     * Another way than the contact's own.
     *
     * @param channel by which channel
     * @param ours our address, if the channel has any
     * @param theirs the remote party's
     * @param subject its subject, if it has one
     */
    record Way(
            ChannelKey channel,
            Optional<Confidential> ours,
            Optional<Confidential> theirs,
            Optional<Confidential> subject) {}

    /**
     * An attachment as the journal names it; the hash chains the sealed file.
     *
     * @param id its file
     * @param role what it is to the message
     * @param name its name
     * @param type its media type
     * @param size bytes in clear
     * @param sha256 hex SHA-256 of the sealed file
     */
    record AttachedPart(
            AttachmentId id, Attachment.Role role, Confidential name, String type, long size, String sha256) {}
}
