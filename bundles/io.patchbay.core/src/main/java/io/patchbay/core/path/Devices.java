// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.command.Actor;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.model.LivePart;
import io.patchbay.core.slot.Turn;
import io.patchbay.spi.channel.ChannelSignal;

/** What a channel tells of its agents' devices and of the sound it keeps: facts; what follows is decided here. */
final class Devices {
    private static final Actor PHONE = new Actor.Part("phone");

    private final SlotState state;
    private final Offering offering;
    private final Transferring transferring;
    private final Ending ending;

    Devices(SlotState state, Offering offering, Transferring transferring, Ending ending) {
        this.state = state;
        this.offering = offering;
        this.transferring = transferring;
        this.ending = ending;
    }

    /** Takes a signal of a device; whether it was one. */
    boolean take(Turn turn, LiveInteraction contact, ChannelSignal signal) {
        if (signal instanceof ChannelSignal.AgentAnswered answered) {
            answered(turn, contact, answered.agent());
        } else if (signal instanceof ChannelSignal.AgentDeclined declined) {
            if (rings(contact, declined.agent())) {
                state.agent(declined.agent()).ifPresent(agent -> offering.decline(turn, contact, agent, PHONE));
            }
        } else if (signal instanceof ChannelSignal.AgentUnreachable away) {
            if (rings(contact, away.agent())) {
                offering.unreachable(turn, contact, away.reason());
            }
        } else if (signal instanceof ChannelSignal.AgentHungUp gone) {
            if (talks(contact, gone.agent())) {
                ending.end(turn, contact, PHONE);
            }
        } else if (signal instanceof ChannelSignal.AgentLost lost && contact.inner()) {
            if (talks(contact, lost.agent())) { // nobody waits for another agent
                ending.end(turn, contact, PHONE);
            }
        } else if (signal instanceof ChannelSignal.AgentLost lost) {
            contact.lastOpenPart(lost.agent())
                    .filter(part -> part.engaged() && !contact.remoteLeft())
                    .ifPresent(part -> transferring.back(turn, contact, part, PHONE));
        } else {
            return sound(turn, contact, signal);
        }
        return true;
    }

    private void answered(Turn turn, LiveInteraction contact, AgentId who) {
        if (rings(contact, who) && state.agent(who).isPresent()) {
            offering.accept(turn, contact, state.agent(who).get(), PHONE);
        } else {
            turn.after(() -> state.session(contact.id()).ifPresent(session -> session.withdraw(who)));
        }
    }

    private static boolean rings(LiveInteraction contact, AgentId who) {
        return contact.offer().filter(part -> part.agent().equals(who)).isPresent();
    }

    private static boolean talks(LiveInteraction contact, AgentId who) {
        return contact.lastOpenPart(who).filter(LivePart::engaged).isPresent();
    }

    private boolean sound(Turn turn, LiveInteraction contact, ChannelSignal signal) {
        if (signal instanceof ChannelSignal.RecordingBegan began) {
            turn.record(contact, new InteractionEvent.RecordingBegan(began.recording()), PHONE);
            return true;
        } else if (signal instanceof ChannelSignal.RecordingEnded ended) {
            if (contact.has(ended.recording())) {
                turn.record(
                        contact,
                        new InteractionEvent.RecordingEnded(
                                ended.recording(), ended.seconds(), ended.head(), ended.whole()),
                        PHONE);
                ending.closeIfDone(turn, contact);
            }
            return true;
        }
        return false;
    }
}
