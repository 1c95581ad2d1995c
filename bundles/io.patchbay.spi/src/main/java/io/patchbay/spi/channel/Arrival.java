// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.channel;

import io.patchbay.api.address.Address;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.WorkKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came in.
 *
 * @param channel by which channel
 * @param kind the kind of work it is
 * @param from the remote party
 * @param to our side, where the channel has addresses
 * @param queue the queue it shall wait in; an unknown one refuses the arrival
 * @param conversation the conversation it goes on with; empty begins a new one
 * @param remoteId the channel's own id of the contact, at most 100 characters: a second arrival of the same channel
 *     with the same id within 24 h opens nothing and is told {@code committed} with the first one's id. Empty for none
 * @param about what the remote party says of itself and the matter
 * @param messages what it wrote so far, in order; committed together with the arrival
 */
public record Arrival(
        ChannelKey channel,
        WorkKind kind,
        Address from,
        Optional<Address> to,
        QueueId queue,
        Optional<ConversationId> conversation,
        Optional<String> remoteId,
        About about,
        List<ChannelSignal.MessageArrived> messages) {
    public Arrival {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(queue, "queue");
        Objects.requireNonNull(conversation, "conversation");
        Objects.requireNonNull(remoteId, "remoteId");
        Objects.requireNonNull(about, "about");
        messages = List.copyOf(messages);
    }

    /**
     * The arrival of a contact that begins with words.
     *
     * @param channel by which channel
     * @param from the remote party
     * @param queue where it shall wait
     * @param remoteId the channel's own id of the contact
     * @param first its first words
     * @return an arrival of the kind {@code chat} without a name, in English
     */
    public static Arrival text(
            ChannelKey channel, Address from, QueueId queue, String remoteId, ChannelSignal.MessageArrived first) {
        return new Arrival(
                channel,
                new WorkKind("chat"),
                from,
                Optional.empty(),
                queue,
                Optional.empty(),
                Optional.of(remoteId),
                new About(Optional.empty(), Optional.empty(), "en"),
                List.of(first));
    }

    /**
     * What the remote party says of itself and the matter.
     *
     * @param name how it calls itself, at most 120 characters; empty if it does not
     * @param subject what it is about, at most 400 characters; empty if it does not say
     * @param locale its language tag, for example {@code zh-CN}
     */
    public record About(Optional<String> name, Optional<String> subject, String locale) {
        public About {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(locale, "locale");
        }
    }
}
