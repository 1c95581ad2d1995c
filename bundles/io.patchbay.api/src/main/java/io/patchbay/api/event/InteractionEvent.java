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
import io.patchbay.api.queue.QueueRules;
import io.patchbay.api.queue.WaitEstimate;
import io.patchbay.api.queue.Why;
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
     * {@code interaction.treated}: something before the queue decided about it.
     *
     * @param by who decided, for example {@code flow.lists}
     * @param decision {@code queue}, {@code closed}, {@code callback}, {@code refused}, or {@code failed} if it could
     *     not say anything
     * @param queue where it goes from here; empty where it was going anyway
     * @param english why, in a sentence without personal content
     * @param chinese the same in zh-CN
     */
    record Treated(String by, String decision, Optional<QueueId> queue, String english, String chinese)
            implements InteractionEvent {}

    /**
     * {@code interaction.favoured}: what its customer's standing or a supervisor gives it.
     *
     * @param credit minutes it counts as having come earlier, -240 to 240, beside those of its queue
     * @param officer the agent who is tried first, for as long as the queue says
     * @param reason why: English, then {@code " / "}, then zh-CN
     */
    record Favoured(int credit, Optional<AgentId> officer, String reason) implements InteractionEvent {}

    /**
     * {@code interaction.waited}: nobody could take it in this step.
     *
     * @param why who was looked at
     */
    record Waited(Why why) implements InteractionEvent {}

    /**
     * {@code interaction.overflowed}: it goes to another queue, with its place.
     *
     * @param from where it was
     * @param to where it goes
     * @param when the rule that held
     * @param threshold the rule's bound
     * @param actual what was found, in the rule's unit
     */
    record Overflowed(QueueId from, QueueId to, QueueRules.When when, int threshold, int actual)
            implements InteractionEvent {}

    /**
     * {@code interaction.queued}: it waits in a queue, or for one agent by name.
     *
     * @param queue where
     * @param priority minutes of credit from its queue, -100 to 100
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
     * {@code interaction.waitTold}: the first estimate it was told in its queue; later ones are not kept here.
     *
     * @param position its place, 1 is next
     * @param estimate how long it may wait from now on
     */
    record WaitTold(int position, WaitEstimate estimate) implements InteractionEvent {}

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
