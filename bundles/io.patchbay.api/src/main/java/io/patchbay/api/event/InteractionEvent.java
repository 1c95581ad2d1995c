// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.event;

import io.patchbay.api.content.Confidential;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.RecordingId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.interaction.Outcome;
import java.time.Instant;
import java.util.Optional;

/** What happens to an interaction as a whole. */
public sealed interface InteractionEvent extends CoreEvent {
    /**
     * {@code interaction.arrived}: it is durable and has its id.
     *
     * @param number the short number for people
     * @param conversation what it belongs to
     * @param channel by which channel
     * @param kind the kind of work
     * @param direction who began
     * @param queue the queue asked for
     * @param from the remote party's address text
     * @param to our address text, if the channel has one
     * @param name how the remote party calls itself
     * @param subject what it is about
     * @param locale the remote party's language tag
     * @param remoteId the channel's own id of the contact, by which a repeat is recognised
     */
    record Arrived(
            String number,
            ConversationId conversation,
            ChannelKey channel,
            WorkKind kind,
            Direction direction,
            QueueId queue,
            Confidential from,
            Optional<Confidential> to,
            Optional<Confidential> name,
            Optional<Confidential> subject,
            String locale,
            Optional<String> remoteId)
            implements InteractionEvent {}

    /**
     * {@code interaction.identified}: who the customer is.
     *
     * @param result {@code known}, {@code several}, {@code unknown} or {@code unavailable}
     * @param customer who, if known or chosen
     * @param tier his tier then, if known
     */
    record Identified(String result, Optional<CustomerId> customer, Optional<String> tier)
            implements InteractionEvent {}

    /**
     * {@code interaction.factAdded}: something was found out.
     *
     * @param key declared by a {@code FactType}
     * @param value text, whole number or boolean; {@link Confidential} if the fact is sensitive
     */
    record FactAdded(String key, Object value) implements InteractionEvent {}

    /**
     * {@code interaction.queued}: it waits in a queue, or for one agent by name.
     *
     * @param queue where
     * @param priority its rank, -200 to 200
     * @param agent the only agent it waits for, after a transfer by name
     * @param since the moment its place counts from; empty for that of the entry
     */
    record Queued(QueueId queue, int priority, Optional<AgentId> agent, Optional<Instant> since)
            implements InteractionEvent {
        /**
         * At the end of a line.
         *
         * @param queue where
         * @param priority its rank
         * @param agent the only agent it waits for
         */
        public Queued(QueueId queue, int priority, Optional<AgentId> agent) {
            this(queue, priority, agent, Optional.empty());
        }
    }

    /**
     * {@code interaction.connected}: the remote side was told and is with an agent.
     *
     * @param agent who
     */
    record Connected(AgentId agent) implements InteractionEvent {}

    /**
     * {@code interaction.remoteLeft}: the remote side is gone.
     *
     * @param reason {@code customer}, {@code agent}, {@code lost}, {@code failed: …} or a channel's own word
     */
    record RemoteLeft(String reason) implements InteractionEvent {}

    /**
     * {@code interaction.recordingBegan}: sound is being kept from here on.
     *
     * @param recording the file
     */
    record RecordingBegan(RecordingId recording) implements InteractionEvent {}

    /**
     * {@code interaction.recordingEnded}: a recording is closed and forced to disk.
     *
     * @param recording the file
     * @param seconds how much it holds, rounded up
     * @param head hex SHA-256 of the sealed file, by which a later change shows; empty if it cannot be read
     * @param whole whether nothing is known to be missing in it
     */
    record RecordingEnded(RecordingId recording, int seconds, String head, boolean whole) implements InteractionEvent {}

    /**
     * {@code interaction.noteAdded}: somebody wrote something down that the customer never sees.
     *
     * @param agent who
     * @param text the words
     */
    record NoteAdded(AgentId agent, Confidential text) implements InteractionEvent {}

    /**
     * {@code interaction.moved}: another slot owns it from here on; the entry's epoch is one higher.
     *
     * @param slot the new owner
     */
    record Moved(String slot) implements InteractionEvent {}

    /**
     * {@code interaction.closed}: nothing more comes.
     *
     * @param outcome how it ended
     * @param reason why, for refused and failed
     */
    record Closed(Outcome outcome, Optional<String> reason) implements InteractionEvent {}
}
