// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.command.Actor;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.customer.CustomerIdentification.Identification;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.slot.Turn;
import io.patchbay.spi.channel.Arrival;
import io.patchbay.spi.channel.ChannelSession;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Steps 2 to 4: journal the arrival, say who it is, put it in its queue. */
final class Arriving {
    private static final Actor CUSTOMER = new Actor.Customer();
    private static final Actor TREATMENT = new Actor.Part("treatment");

    private final SlotState state;
    private final Surroundings around;
    private final Offering offering;

    Arriving(SlotState state, Surroundings around, Offering offering) {
        this.state = state;
        this.around = around;
        this.offering = offering;
    }

    /** What the core has given an arrival. */
    record Ticket(InteractionId id, String number, ConversationId conversation, UnitId unit) {}

    void arrive(Turn turn, Ticket ticket, Arrival arrival, List<Incoming> messages, ChannelSession session) {
        LiveInteraction contact = turn.arrive(ticket.id(), ticket.unit(), 1, event(ticket, arrival), CUSTOMER);
        state.add(contact);
        state.session(ticket.id(), session);
        turn.after(() -> session.committed(ticket.id(), ticket.conversation()));
        for (Incoming message : messages) {
            turn.record(contact, message.event(), CUSTOMER);
            turn.after(() -> session.accepted(message.id(), turn.now()));
        }
    }

    private static InteractionEvent.Arrived event(Ticket ticket, Arrival arrival) {
        return new InteractionEvent.Arrived(
                ticket.number(),
                ticket.conversation(),
                arrival.channel(),
                arrival.kind(),
                Direction.INBOUND,
                arrival.queue(),
                new Confidential.Clear(arrival.from().text()),
                arrival.to().map(address -> new Confidential.Clear(address.text())),
                arrival.about().name().map(Confidential.Clear::new),
                arrival.about().subject().map(Confidential.Clear::new),
                arrival.about().locale(),
                arrival.remoteId());
    }

    /** It is known who it is; gives the contact if the treatments come next. */
    Optional<LiveInteraction> identified(Turn turn, InteractionId id, Identification who) {
        Optional<LiveInteraction> here = state.interaction(id).filter(contact -> !contact.remoteLeft());
        here.ifPresent(contact -> turn.record(contact, event(who), TREATMENT));
        return here.filter(contact -> contact.state() == InteractionState.TREATING && !contact.dialled());
    }

    private static InteractionEvent.Identified event(Identification who) {
        if (who instanceof Identification.Known known) {
            return new InteractionEvent.Identified("known", Optional.of(known.customer()), Optional.of(known.tier()));
        }
        String result = who instanceof Identification.Several
                ? "several"
                : who instanceof Identification.Unknown ? "unknown" : "unavailable";
        return new InteractionEvent.Identified(result, Optional.empty(), Optional.empty());
    }

    /** Puts a contact at the end of a queue's line of its priority, or lets it wait for one agent. */
    void enqueue(Turn turn, LiveInteraction contact, QueueId queue, Optional<AgentId> only, Actor actor) {
        waits(turn, contact, new InteractionEvent.Queued(queue, priority(queue), only), actor);
    }

    /** Puts a contact into a queue as if it had come at another moment, such as when somebody is there again. */
    void enqueueSince(Turn turn, LiveInteraction contact, QueueId queue, Optional<Instant> since, Actor actor) {
        waits(turn, contact, new InteractionEvent.Queued(queue, priority(queue), Optional.empty(), since), actor);
    }

    /** Puts a contact back to the place it had in its queue. */
    void back(Turn turn, LiveInteraction contact, Actor actor) {
        waits(
                turn,
                contact,
                new InteractionEvent.Queued(
                        contact.queue(), priority(contact.queue()), Optional.empty(), contact.queuedAt()),
                actor);
    }

    private int priority(QueueId queue) {
        return around.queue(queue).map(QueueSettings::priority).orElse(0);
    }

    private void waits(Turn turn, LiveInteraction contact, InteractionEvent.Queued place, Actor actor) {
        turn.record(contact, place, actor);
        if (around.elsewhere(contact)) {
            around.handOver(turn, contact);
        } else {
            offering.contactWaits(turn, contact);
            around.entered(contact);
        }
    }
}
