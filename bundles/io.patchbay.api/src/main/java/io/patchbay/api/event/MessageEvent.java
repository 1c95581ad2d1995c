// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.event;

import io.patchbay.api.content.Confidential;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.MessageId;

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
     */
    record Received(MessageId message, Confidential text) implements MessageEvent {}

    /**
     * {@code message.sent}: an agent wrote.
     *
     * @param message the id given here
     * @param agent who
     * @param text the words
     */
    record Sent(MessageId message, AgentId agent, Confidential text) implements MessageEvent {}

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
}
