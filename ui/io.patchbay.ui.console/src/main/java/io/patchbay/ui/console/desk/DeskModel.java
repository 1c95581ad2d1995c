// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import io.patchbay.api.agent.AgentDesk.Participation;
import io.patchbay.api.agent.AgentDesk.Phase;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.call.LiveCall;
import io.patchbay.api.call.LiveCalls.Phone;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.interaction.Note;
import io.patchbay.api.interaction.Participant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the desk shows.
 *
 * @param agent the agent
 * @param offers what rings, oldest first
 * @param cards what he works on, in the order of the list
 * @param front the contact in front, if any
 * @param voice the agent's phone and his call
 * @param guest the colleague's call he is asked into, or is in
 * @param reading what is said in the colleague's written contact in which he is
 */
record DeskModel(
        AgentState agent,
        List<Offer> offers,
        List<Card> cards,
        Optional<Front> front,
        Voice voice,
        Optional<Guest> guest,
        Optional<Reading> reading) {
    private static final WorkKind CALL = new WorkKind("call");

    static boolean isCall(Interaction contact) {
        return contact.contact().kind().equals(CALL);
    }

    /** Whether colleagues talk among themselves. */
    static boolean isInner(Interaction contact) {
        return contact.contact().direction() == Direction.INTERNAL;
    }

    /** Whether it is a call with parties who can be called in. */
    static boolean isTalked(Interaction contact) {
        return isCall(contact) && !isInner(contact) && !contact.participants().isEmpty();
    }

    /** Whether the agent gets no calls for want of a phone. */
    static boolean phoneAway(AgentState agent) {
        return agent.unreachable().contains(CALL);
    }

    /** The call that is accepted and waits for the handset. */
    Optional<Offer> pickUp() {
        boolean asked = voice.phone()
                .filter(phone -> phone.state() == Phone.State.PICK_UP)
                .isPresent();
        return offers.stream()
                .filter(offer -> isCall(offer.contact())
                        && (asked || voice.asked().contains(offer.contact().id())))
                .findFirst();
    }

    /** Whose turn it is, in the order of the list. */
    enum Turn {
        TALKING,
        MINE,
        CUSTOMER,
        PARKED,
        WRAP_UP
    }

    /**
     * The agent's phone and his call; nothing of it without a voice channel.
     *
     * @param phone his phone, if he has an extension
     * @param asked offers whose phone was asked to answer
     * @param on the call he is in or wraps up
     */
    record Voice(Optional<Phone> phone, Set<InteractionId> asked, Optional<OnCall> on) {}

    /**
     * A call of the agent's.
     *
     * @param card its place in the list
     * @param live its legs, while they are there
     */
    record OnCall(Card card, Optional<LiveCall> live) {}

    /**
     * A colleague's call.
     *
     * @param visit how he is there
     * @param contact the contact
     * @param who the customer's name
     */
    record Guest(Participation visit, Interaction contact, String who) {
        /** He himself in it. */
        Optional<Participant> self() {
            return contact.participants().stream()
                    .filter(one -> one.role() == visit.role() && one.manner() == visit.manner())
                    .findFirst();
        }
    }

    /**
     * A colleague's written contact, read along.
     *
     * @param guest how he is there
     * @param messages of the conversation, oldest first
     * @param notes of the conversation, oldest first
     * @param typing whether the customer types
     */
    record Reading(Guest guest, List<Message> messages, List<Note> notes, boolean typing) {}

    /**
     * A contact that rings.
     *
     * @param contact the contact
     * @param who the customer's name
     * @param customer the customer, if known and read
     * @param queue the queue's name
     * @param offeredAt since when it rings
     * @param expiresAt until when
     */
    record Offer(
            Interaction contact,
            String who,
            Optional<Customer> customer,
            String queue,
            Instant offeredAt,
            Instant expiresAt) {}

    /**
     * A contact in the list.
     *
     * @param contact the contact
     * @param who the customer's name
     * @param tier his tier, if known
     * @param turn whose turn it is
     * @param line the last line written
     * @param since when the turn began
     * @param endsAt when wrap-up ends by itself
     * @param unread messages not seen yet
     * @param stands whether something more urgent interrupts it
     */
    record Card(
            Interaction contact,
            String who,
            Optional<String> tier,
            Turn turn,
            String line,
            Instant since,
            Optional<Instant> endsAt,
            int unread,
            boolean stands) {
        InteractionId id() {
            return contact.id();
        }
    }

    /**
     * The contact in front.
     *
     * @param contact the contact
     * @param who the customer's name
     * @param tier his tier, if known
     * @param queue the queue's name
     * @param phase what the agent does with it
     * @param since when the phase began
     * @param endsAt when wrap-up ends by itself
     * @param messages of the conversation, oldest first
     * @param notes of the conversation, oldest first
     * @param firstUnread the first message that was not seen when it came to the front
     * @param typing whether the customer types
     * @param codeNeeded whether wrap-up asks for a code
     * @param fixed whether wrap-up cannot be left before its time
     * @param askedSeconds how much more time to wrap up a supervisor was asked for; 0 for none
     */
    record Front(
            Interaction contact,
            String who,
            Optional<String> tier,
            String queue,
            Phase phase,
            Instant since,
            Optional<Instant> endsAt,
            List<Message> messages,
            List<Note> notes,
            Optional<Message> firstUnread,
            boolean typing,
            boolean codeNeeded,
            boolean fixed,
            int askedSeconds) {
        /** Whether the agent talks with the customer. */
        boolean talking() {
            return phase == Phase.ACTIVE
                    && isCall(contact)
                    && contact.times().remoteLeftAt().isEmpty();
        }

        /** Whether the agent can write. */
        boolean writable() {
            return phase == Phase.ACTIVE
                    && !contact.contact().channel().value().equals("voice")
                    && contact.times().remoteLeftAt().isEmpty();
        }
    }
}
