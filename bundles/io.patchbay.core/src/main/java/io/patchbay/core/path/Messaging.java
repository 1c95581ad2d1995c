// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.agent.Presence;
import io.patchbay.api.command.Actor;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.MessageEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.id.Uuid7;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.people.Person;
import io.patchbay.core.content.KeptAttachments;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.model.LivePart;
import io.patchbay.core.slot.Turn;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.ChannelSession.OutboundMessage;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Messages both ways: acknowledged only when durable, each taken once. */
final class Messaging {
    private static final Actor CUSTOMER = new Actor.Customer();
    private static final Actor CORE = new Actor.Part("core");
    private static final Actor CHANNEL = new Actor.Part("channel");

    private final SlotState state;
    private final Offering offering;
    private final Transferring transferring;

    Messaging(SlotState state, Offering offering, Transferring transferring) {
        this.state = state;
        this.offering = offering;
        this.transferring = transferring;
    }

    /** The remote party wrote; a repeat is acknowledged again and kept once. */
    void arrived(Turn turn, LiveInteraction contact, Incoming message) {
        if (!contact.has(message.id())) {
            turn.record(contact, message.event(), CUSTOMER);
            contact.engaged().filter(LivePart::parked).ifPresent(part -> wake(turn, contact, part));
        }
        // a contact that closes before this is durable has no session any more, and the message is kept all the same
        Optional<ChannelSession> remote = state.words(contact.id());
        turn.after(() ->
                state.words(contact.id()).or(() -> remote).ifPresent(out -> out.accepted(message.id(), turn.now())));
    }

    /** It comes back to the agent who laid it aside; if he has left, it waits for the others at the end of the line. */
    private void wake(Turn turn, LiveInteraction contact, LivePart part) {
        boolean there = state.agent(part.agent())
                .filter(agent -> !(agent.presence() instanceof Presence.LoggedOut))
                .isPresent();
        if (there) {
            resume(turn, contact, part, CUSTOMER);
        } else {
            transferring.leave(turn, contact, part, CORE);
        }
    }

    /** The agent goes on with what he had laid aside. */
    void resume(Turn turn, LiveInteraction contact, LivePart part, Actor actor) {
        turn.record(contact, new AssignmentEvent.Resumed(part.agent()), actor);
        state.agent(part.agent()).ifPresent(agent -> offering.agentChanged(turn, agent));
    }

    /** The agent wrote. What goes by letter follows the journal; what goes to somebody who listens is told now. */
    MessageId send(
            Turn turn,
            LiveInteraction contact,
            Person author,
            InteractionCommand.SendMessage command,
            Optional<MessageEvent.Way> way,
            UUID id,
            Actor actor) {
        MessageId message = new MessageId(id.toString());
        turn.record(
                contact,
                new MessageEvent.Sent(
                        message,
                        Optional.of(new AgentId(author.user().value())),
                        new Confidential.Clear(command.text()),
                        way,
                        command.attachments().stream()
                                .map(KeptAttachments::part)
                                .toList()),
                actor);
        if (way.isEmpty()) {
            OutboundMessage outbound = new OutboundMessage(message, author.name(), command.text(), turn.now());
            turn.after(() -> state.session(contact.id()).ifPresent(out -> out.send(outbound)));
        }
        return message;
    }

    /** Patchbay itself says something to a customer who writes. */
    void say(Turn turn, LiveInteraction contact, String text, Optional<MessageEvent.Way> way) {
        MessageId message = new MessageId(Uuid7.at(turn.now().toEpochMilli()).toString());
        turn.record(
                contact,
                new MessageEvent.Sent(message, Optional.empty(), new Confidential.Clear(text), way, List.of()),
                CORE);
        if (way.isEmpty()) {
            OutboundMessage outbound = new OutboundMessage(message, "", text, turn.now());
            Optional<ChannelSession> remote = state.words(contact.id());
            turn.after(() -> remote.ifPresent(out -> out.send(outbound)));
        }
    }

    /** The channel says that the remote side has it. */
    void delivered(Turn turn, LiveInteraction contact, MessageId message) {
        turn.record(contact, new MessageEvent.Delivered(message), CUSTOMER);
    }

    /** The channel says that it will not arrive. */
    void failed(Turn turn, LiveInteraction contact, MessageId message, String reason) {
        turn.record(contact, new MessageEvent.Failed(message, reason), CHANNEL);
    }

    /** A part of Patchbay or a route says what became of it. */
    void report(Turn turn, LiveInteraction contact, InteractionCommand.ReportMessage report, Actor actor) {
        turn.record(contact, event(report), actor);
    }

    /** What a report says. */
    static MessageEvent event(InteractionCommand.ReportMessage report) {
        return report.delivery() == Message.Delivery.FAILED
                ? new MessageEvent.Failed(report.message(), report.reason())
                : new MessageEvent.Delivered(report.message());
    }
}
