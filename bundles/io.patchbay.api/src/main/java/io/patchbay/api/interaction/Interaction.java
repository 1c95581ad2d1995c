// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.interaction;

import io.patchbay.api.access.Place;
import io.patchbay.api.address.Address;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.RecordingId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.queue.WaitEstimate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One interaction as it stands in the journal now.
 *
 * @param id the interaction
 * @param number the short number for people, {@code yyMMdd-nnnnn}
 * @param conversation what it belongs to
 * @param contact who came, by which channel
 * @param state where it is on its way
 * @param placement queue, unit and priority
 * @param customer the recognised customer, if any
 * @param times when it got where
 * @param outcome how it ended; empty while it is open
 * @param facts what channels, treatments and plug-ins found out, by declared key; JSON values
 * @param assignments the agents' parts, oldest first
 * @param recordings what was recorded of it, oldest first
 * @param ratings what its customer was asked to say of it, oldest first
 * @param participants who is in it now, the customer first; empty while no agent has it
 */
public record Interaction(
        InteractionId id,
        String number,
        ConversationId conversation,
        Contact contact,
        InteractionState state,
        Placement placement,
        Optional<CustomerId> customer,
        Times times,
        Optional<Outcome> outcome,
        Map<String, Object> facts,
        List<Assignment> assignments,
        List<RecordedPart> recordings,
        List<Rating> ratings,
        List<Participant> participants) {
    public Interaction {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(conversation, "conversation");
        Objects.requireNonNull(contact, "contact");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(placement, "placement");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(times, "times");
        Objects.requireNonNull(outcome, "outcome");
        facts = Map.copyOf(facts);
        assignments = List.copyOf(assignments);
        recordings = List.copyOf(recordings);
        ratings = List.copyOf(ratings);
        participants = List.copyOf(participants);
    }

    /**
     * One whose participants are nobody's business.
     *
     * @param id the interaction
     * @param number the short number for people
     * @param conversation what it belongs to
     * @param contact who came, by which channel
     * @param state where it is on its way
     * @param placement queue, unit and priority
     * @param customer the recognised customer, if any
     * @param times when it got where
     * @param outcome how it ended; empty while it is open
     * @param facts what was found out
     * @param assignments the agents' parts
     * @param recordings what was recorded of it
     * @param ratings what its customer was asked to say of it
     */
    public Interaction(
            InteractionId id,
            String number,
            ConversationId conversation,
            Contact contact,
            InteractionState state,
            Placement placement,
            Optional<CustomerId> customer,
            Times times,
            Optional<Outcome> outcome,
            Map<String, Object> facts,
            List<Assignment> assignments,
            List<RecordedPart> recordings,
            List<Rating> ratings) {
        this(
                id,
                number,
                conversation,
                contact,
                state,
                placement,
                customer,
                times,
                outcome,
                facts,
                assignments,
                recordings,
                ratings,
                List.of());
    }

    /**
     * One that nobody was asked to rate.
     *
     * @param id the interaction
     * @param number the short number for people
     * @param conversation what it belongs to
     * @param contact who came, by which channel
     * @param state where it is on its way
     * @param placement queue, unit and priority
     * @param customer the recognised customer, if any
     * @param times when it got where
     * @param outcome how it ended; empty while it is open
     * @param facts what was found out
     * @param assignments the agents' parts
     * @param recordings what was recorded of it
     */
    public Interaction(
            InteractionId id,
            String number,
            ConversationId conversation,
            Contact contact,
            InteractionState state,
            Placement placement,
            Optional<CustomerId> customer,
            Times times,
            Optional<Outcome> outcome,
            Map<String, Object> facts,
            List<Assignment> assignments,
            List<RecordedPart> recordings) {
        this(
                id,
                number,
                conversation,
                contact,
                state,
                placement,
                customer,
                times,
                outcome,
                facts,
                assignments,
                recordings,
                List.of());
    }

    /**
     * Where it lies, as rights see it.
     *
     * @return its unit, its present queue, its channel
     */
    public Place place() {
        return new Place(placement.unit(), Optional.of(placement.queue()), Optional.of(contact.channel()));
    }

    /**
     * Who came, by which channel.
     *
     * @param channel the channel
     * @param kind the kind of work it is
     * @param direction who began
     * @param from the remote party for inbound, ours for outbound; empty if erased
     * @param to ours for inbound; empty if the channel has none or it is erased
     * @param name how the remote party calls itself; empty if unknown or erased
     * @param subject what it is about; empty if unknown or erased
     * @param locale the remote party's language tag, for example {@code zh-CN}
     */
    public record Contact(
            ChannelKey channel,
            WorkKind kind,
            Direction direction,
            Optional<Address> from,
            Optional<Address> to,
            Optional<String> name,
            Optional<String> subject,
            String locale) {
        /**
         * The other side, whoever began.
         *
         * @return its address; empty if the channel has none or it is erased
         */
        public Optional<Address> remote() {
            return direction == Direction.INBOUND ? from : to;
        }

        /**
         * Our side, whoever began.
         *
         * @return its address; empty if the channel has none or it is erased
         */
        public Optional<Address> ours() {
            return direction == Direction.INBOUND ? to : from;
        }
    }

    /**
     * Where it waits or waited.
     *
     * @param queue the queue; the last one after transfers
     * @param unit the unit whose thing it is
     * @param priority higher is sooner; 0 is usual, -100 to 100
     * @param told the wait it was told when it entered the present queue; empty if it was told none
     * @param callback the call he asked for and keeps his place for; empty if he did not
     */
    public record Placement(
            QueueId queue, UnitId unit, int priority, Optional<WaitEstimate> told, Optional<Callback> callback) {
        public Placement {
            Objects.requireNonNull(told, "told");
            Objects.requireNonNull(callback, "callback");
        }

        /**
         * A place without an estimate.
         *
         * @param queue the queue
         * @param unit the unit whose thing it is
         * @param priority higher is sooner
         */
        public Placement(QueueId queue, UnitId unit, int priority) {
            this(queue, unit, priority, Optional.empty(), Optional.empty());
        }
    }

    /**
     * When it got where.
     *
     * @param arrivedAt it was in the journal
     * @param queuedAt it entered the present queue; its place counts from here
     * @param answeredAt the first agent accepted
     * @param remoteLeftAt the remote side was gone
     * @param closedAt it ended
     */
    public record Times(
            Instant arrivedAt,
            Optional<Instant> queuedAt,
            Optional<Instant> answeredAt,
            Optional<Instant> remoteLeftAt,
            Optional<Instant> closedAt) {}

    /**
     * A stretch of sound that was recorded.
     *
     * @param id its file
     * @param beganAt its first sound
     * @param endedAt its last sound; empty while it runs, or if Patchbay was stopped hard before
     * @param whole whether nothing is known to be missing in it
     */
    public record RecordedPart(RecordingId id, Instant beganAt, Optional<Instant> endedAt, boolean whole) {
        public RecordedPart {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(beganAt, "beganAt");
            Objects.requireNonNull(endedAt, "endedAt");
        }
    }
}
