// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.command.Actor;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.MessageEvent;
import io.patchbay.api.id.MessageId;
import io.patchbay.core.model.LiveAgent;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.model.LivePart;
import io.patchbay.core.slot.Turn;
import io.patchbay.spi.channel.ChannelSession.OutboundMessage;
import io.patchbay.spi.channel.ChannelSignal;
import java.util.UUID;

/** Messages both ways: acknowledged only when durable, each taken once. */
final class Messaging {
    private static final Actor CUSTOMER = new Actor.Customer();

    private final SlotState state;
    private final Offering offering;

    Messaging(SlotState state, Offering offering) {
        this.state = state;
        this.offering = offering;
    }

    /** The remote party wrote; a repeat is acknowledged again and kept once. */
    void arrived(Turn turn, LiveInteraction contact, ChannelSignal.MessageArrived message) {
        if (!contact.has(message.id())) {
            turn.record(
                    contact, new MessageEvent.Received(message.id(), new Confidential.Clear(message.text())), CUSTOMER);
            contact.engaged().filter(LivePart::parked).ifPresent(part -> resume(turn, contact, part, CUSTOMER));
        }
        turn.after(() -> state.session(contact.id()).ifPresent(out -> out.accepted(message.id(), turn.now())));
    }

    /** The agent goes on with what he had laid aside. */
    void resume(Turn turn, LiveInteraction contact, LivePart part, Actor actor) {
        turn.record(contact, new AssignmentEvent.Resumed(part.agent()), actor);
        state.agent(part.agent()).ifPresent(agent -> offering.agentChanged(turn, agent));
    }

    /** The agent wrote. */
    MessageId send(Turn turn, LiveInteraction contact, LiveAgent agent, String text, UUID id, Actor actor) {
        MessageId message = new MessageId(id.toString());
        turn.record(contact, new MessageEvent.Sent(message, agent.agent(), new Confidential.Clear(text)), actor);
        OutboundMessage outbound = new OutboundMessage(message, agent.person().name(), text, turn.now());
        turn.after(() -> state.session(contact.id()).ifPresent(out -> out.send(outbound)));
        return message;
    }

    /** The channel says that the remote side has it. */
    void delivered(Turn turn, LiveInteraction contact, MessageId message) {
        turn.record(contact, new MessageEvent.Delivered(message), CUSTOMER);
    }

    /** The channel says that it will not arrive. */
    void failed(Turn turn, LiveInteraction contact, MessageId message, String reason) {
        turn.record(contact, new MessageEvent.Failed(message, reason), new Actor.Part("channel"));
    }
}
