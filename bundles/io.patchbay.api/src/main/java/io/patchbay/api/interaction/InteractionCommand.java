// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.interaction;

import io.patchbay.api.address.Address;
import io.patchbay.api.command.Command;
import io.patchbay.api.content.Attachment;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.id.QueueId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What agents and supervisors do with contacts. The acting agent is the actor. */
public sealed interface InteractionCommand extends Command {
    /**
     * The contact meant.
     *
     * @return its id
     */
    InteractionId interaction();

    /**
     * Takes the contact that rings at the actor's desk.
     *
     * @param interaction the contact
     */
    record AcceptAssignment(InteractionId interaction) implements InteractionCommand {}

    /**
     * Sends the contact that rings back to its place; the agent stays ready.
     *
     * @param interaction the contact
     */
    record DeclineAssignment(InteractionId interaction) implements InteractionCommand {}

    /**
     * Writes to the customer.
     *
     * @param interaction the contact, connected with the actor
     * @param text 1 to 8,000 characters
     * @param by by which other channel than the contact's, and to where; empty for the way the contact came
     * @param attachments what goes with it, kept before by {@code Attachments}; only where the channel takes them
     */
    record SendMessage(InteractionId interaction, String text, Optional<OtherWay> by, List<Attachment> attachments)
            implements InteractionCommand {
        public SendMessage {
            attachments = List.copyOf(attachments);
        }

        /**
         * Writes by the way the contact came.
         *
         * @param interaction the contact
         * @param text the words
         */
        public SendMessage(InteractionId interaction, String text) {
            this(interaction, text, Optional.empty(), List.of());
        }

        /** Hides the content. */
        @Override
        public String toString() {
            return "SendMessage[" + interaction + ", " + text.length() + " characters]";
        }
    }

    /**
     * Another way to the customer than the one he came by.
     *
     * @param channel a channel whose parties write and go, for example {@code sms}
     * @param to his address there
     * @param subject for channels that have subjects, up to 400 characters
     */
    record OtherWay(ChannelKey channel, Address to, Optional<String> subject) {}

    /**
     * Sends a message again that did not arrive.
     *
     * @param interaction the contact, connected with the actor
     * @param message the message that failed
     */
    record RetryMessage(InteractionId interaction, MessageId message) implements InteractionCommand {}

    /**
     * Says what became of a message; for parts of Patchbay and routes, in any state of the contact, also a closed one.
     *
     * @param interaction the contact
     * @param message which
     * @param delivery {@code DELIVERED} or {@code FAILED}
     * @param reason why it failed, in a sentence; empty if it did not
     */
    record ReportMessage(InteractionId interaction, MessageId message, Message.Delivery delivery, String reason)
            implements InteractionCommand {}

    /**
     * Writes something down that the customer never sees.
     *
     * @param interaction the contact, on the actor's desk, or any open one for a supervisor
     * @param text 1 to 4,000 characters
     */
    record AddNote(InteractionId interaction, String text) implements InteractionCommand {
        /** Hides the content. */
        @Override
        public String toString() {
            return "AddNote[" + interaction + ", " + text.length() + " characters]";
        }
    }

    /**
     * Shows the customer that the actor types; not durable.
     *
     * @param interaction the contact, connected with the actor
     */
    record ShowTyping(InteractionId interaction) implements InteractionCommand {}

    /**
     * Moves the contact on: to the end of a queue's line of its priority, or to one agent by name.
     *
     * @param interaction the contact, connected with the actor, or any open one for a supervisor
     * @param target where to
     */
    record TransferInteraction(InteractionId interaction, Target target) implements InteractionCommand {}

    /** Where a contact is moved. */
    sealed interface Target {
        /**
         * A queue.
         *
         * @param queue which
         */
        record ToQueue(QueueId queue) implements Target {}

        /**
         * One agent; he is offered it even if he declined it before.
         *
         * @param agent who
         */
        record ToAgent(AgentId agent) implements Target {}
    }

    /**
     * The customer goes and keeps his place: he is called back when it is his turn. Refused if he is already.
     *
     * @param interaction a waiting contact whose queue offers it
     * @param number where to call; empty for the number he came from
     * @param at the moment he wishes, within 30 days; empty for his turn
     */
    record AskCallback(InteractionId interaction, Optional<String> number, Optional<Instant> at)
            implements InteractionCommand {
        /** Hides the number. */
        @Override
        public String toString() {
            return "AskCallback[" + interaction + ", " + at + "]";
        }
    }

    /**
     * The customer wishes to be called back at another moment; his place stays.
     *
     * @param interaction the contact, whose callback waits
     * @param at when, within 30 days
     */
    record MoveCallback(InteractionId interaction, Instant at) implements InteractionCommand {}

    /**
     * The customer wishes to be called back no more; the contact closes as abandoned.
     *
     * @param interaction the contact, whose callback waits
     */
    record CancelCallback(InteractionId interaction) implements InteractionCommand {}

    /**
     * Ends the contact from our side; the actor goes into wrap-up.
     *
     * @param interaction the contact
     */
    record EndInteraction(InteractionId interaction) implements InteractionCommand {}

    /**
     * Completes the actor's wrap-up; while the contact is still connected, it is ended first.
     *
     * @param interaction the contact
     * @param disposition a code in use; may be empty where the queue does not demand one
     * @param notes up to 4,000 characters; may be empty
     */
    record CompleteAssignment(InteractionId interaction, Optional<String> disposition, String notes)
            implements InteractionCommand {
        /** Hides the notes. */
        @Override
        public String toString() {
            return "CompleteAssignment[" + interaction + ", " + disposition + "]";
        }
    }

    /**
     * Keeps code and notes of the actor's wrap-up, which goes on: it ends with them when its time is up.
     *
     * @param interaction the contact, in wrap-up
     * @param disposition a code in use; may be empty
     * @param notes up to 4,000 characters; may be empty
     */
    record ChooseCode(InteractionId interaction, Optional<String> disposition, String notes)
            implements InteractionCommand {
        /** Hides the notes. */
        @Override
        public String toString() {
            return "ChooseCode[" + interaction + ", " + disposition + "]";
        }
    }

    /**
     * Asks a supervisor for more time to wrap up; one wish at a time.
     *
     * @param interaction the contact, in the actor's wrap-up
     * @param seconds how much more, 30 to 900
     */
    record ExtendWrapUp(InteractionId interaction, int seconds) implements InteractionCommand {
        public ExtendWrapUp {
            if (seconds < 30 || seconds > 900) {
                throw new IllegalArgumentException("seconds must be 30 to 900 but is " + seconds);
            }
        }
    }

    /**
     * A supervisor gives an agent the time he asked for, or does not.
     *
     * @param interaction the contact
     * @param agent whose wrap-up
     * @param granted whether he gets it
     */
    record AnswerExtension(InteractionId interaction, AgentId agent, boolean granted) implements InteractionCommand {}

    /**
     * Lays a text contact aside until the customer writes again; uses no capacity.
     *
     * @param interaction the contact, connected with the actor
     */
    record ParkAssignment(InteractionId interaction) implements InteractionCommand {}

    /**
     * Takes a parked contact up again.
     *
     * @param interaction the contact
     */
    record ResumeAssignment(InteractionId interaction) implements InteractionCommand {}

    /**
     * A supervisor lets a waiting contact count as having come earlier or later.
     *
     * @param interaction which
     * @param minutes how much earlier, -240 to 240; 0 takes what its customer's standing gave it
     */
    record RankInteraction(InteractionId interaction, int minutes) implements InteractionCommand {
        public RankInteraction {
            if (minutes < -240 || minutes > 240) {
                throw new IllegalArgumentException("minutes must be -240 to 240 but is " + minutes);
            }
        }
    }

    /**
     * Says who the customer is.
     *
     * @param interaction the contact
     * @param customer who it is
     */
    record IdentifyCustomer(InteractionId interaction, CustomerId customer) implements InteractionCommand {}
}
