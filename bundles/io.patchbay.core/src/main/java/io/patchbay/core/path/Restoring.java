// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.agent.Presence;
import io.patchbay.api.command.Actor;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.core.model.LiveAgent;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.model.LivePart;
import io.patchbay.core.slot.Turn;
import io.patchbay.spi.channel.ChannelSession;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Puts what was open back to work: after a start, and when a contact comes over from another group. */
final class Restoring {
    private static final Actor SYSTEM = new Actor.Part("core");

    private final SlotState state;
    private final Surroundings around;
    private final Offering offering;
    private final Ending ending;
    private final Attending attending;
    private final Arriving arriving;
    private final Callbacks callbacks;

    Restoring(
            SlotState state,
            Surroundings around,
            Offering offering,
            Ending ending,
            Attending attending,
            Arriving arriving,
            Callbacks callbacks) {
        this.around = around;
        this.callbacks = callbacks;
        this.state = state;
        this.offering = offering;
        this.ending = ending;
        this.attending = attending;
        this.arriving = arriving;
    }

    /** Agents first, so that contacts find them; offers of before the stop are taken back, places are kept. */
    void restore(Turn turn, Collection<LiveAgent> agents, Collection<LiveInteraction> contacts) {
        agents.forEach(state::add);
        contacts.forEach(contact -> {
            state.add(contact);
            turn.touch(contact);
            contact.parts().stream().filter(LivePart::held).forEach(part -> state.agent(part.agent())
                    .ifPresent(agent -> agent.take(contact)));
        });
        contacts.forEach(contact -> contact.offer().ifPresent(part -> offering.withdraw(turn, contact, "restart")));
        contacts.forEach(contact -> callbacks.restored(turn, contact));
        contacts.stream().filter(contact -> !contact.closed()).forEach(contact -> goOn(turn, contact));
        agents.forEach(agent -> {
            attending.reachChanged(turn, agent.agent());
            adopt(turn, agent);
        });
    }

    /** Waits on, wraps up on, or closes: whatever was under way. */
    void goOn(Turn turn, LiveInteraction contact) {
        if (contact.queued() && contact.offer().isEmpty()) {
            offering.contactWaits(turn, contact);
            offering.unbarAgain(turn, contact);
        } else if (cutOffBeforeItsQueue(contact)) {
            arriving.enqueueSince(turn, contact, contact.queue(), Optional.of(contact.arrivedAt()), SYSTEM);
        }
        for (LivePart part : contact.parts()) {
            part.wrapUpEndsAt().filter(at -> part.inWrapUp()).ifPresent(at -> {
                Duration left = Duration.between(turn.now(), at);
                ending.endWrapUpLater(contact.id(), part.agent(), at, left.isNegative() ? Duration.ZERO : left);
            });
        }
        offering.ringsOn(turn, contact);
        around.ratingGoesOn(turn, contact);
        ending.closeIfDone(turn, contact);
    }

    /** What an agent began is in no queue and needs none. */
    private static boolean cutOffBeforeItsQueue(LiveInteraction contact) {
        return !contact.queued()
                && contact.queuedAt().isEmpty()
                && !contact.remoteLeft()
                && contact.engaged().isEmpty()
                && contact.offer().isEmpty();
    }

    /** Takes an agent over from another group; the timers of before are gone. */
    void adopt(Turn turn, LiveAgent agent) {
        offering.agentChanged(turn, agent);
        if (!(agent.presence() instanceof Presence.LoggedOut)) {
            attending.graceLater(agent.agent());
        }
    }

    /** Takes a contact over from another group; parts of agents who stayed there end. */
    void adopt(Turn turn, LiveInteraction contact, Optional<ChannelSession> session, String slot, QueueGroups owners) {
        state.add(contact);
        session.ifPresent(remote -> state.session(contact.id(), remote));
        turn.record(contact, new InteractionEvent.Moved(slot), SYSTEM);
        for (LivePart part : List.copyOf(contact.parts())) {
            if (part.open() && around.decidedHere(part.agent())) {
                attending.agent(part.agent(), turn.now()).ifPresent(agent -> {
                    agent.take(contact);
                    offering.agentChanged(turn, agent);
                });
            } else if (part.held()) {
                ending.finish(turn, contact, part.agent(), Assignment.End.TRANSFERRED, Optional.empty(), "", SYSTEM);
                owners.of(part.agent()).released(part.agent(), contact.id());
            }
        }
        goOn(turn, contact);
    }
}
