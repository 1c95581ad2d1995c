// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import io.patchbay.api.agent.AgentDesk.Phase;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the desk shows.
 *
 * @param agent the agent
 * @param offers what rings, oldest first
 * @param cards what he works on, in the order of the list
 * @param front the contact in front, if any
 */
record DeskModel(AgentState agent, List<Offer> offers, List<Card> cards, Optional<Front> front) {

    /** Whose turn it is, in the order of the list. */
    enum Turn {
        MINE,
        CUSTOMER,
        PARKED,
        WRAP_UP
    }

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
     */
    record Card(
            Interaction contact,
            String who,
            Optional<String> tier,
            Turn turn,
            String line,
            Instant since,
            Optional<Instant> endsAt,
            int unread) {
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
     * @param firstUnread the first message that was not seen when it came to the front
     * @param typing whether the customer types
     * @param codeNeeded whether wrap-up asks for a code
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
            Optional<Message> firstUnread,
            boolean typing,
            boolean codeNeeded) {
        /** Whether the agent can write. */
        boolean writable() {
            return phase == Phase.ACTIVE
                    && !contact.contact().channel().value().equals("voice")
                    && contact.times().remoteLeftAt().isEmpty();
        }
    }
}
