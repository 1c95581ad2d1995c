// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.event.MessageEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.interaction.OutboundCommand;
import io.patchbay.core.content.KeptAttachments;
import io.patchbay.core.model.LiveAgent;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.slot.Turn;
import io.patchbay.spi.channel.Channel;
import java.util.Map;
import java.util.Optional;

/** What the firm begins: it enters at step 4, with the agent who began it or, as a notice, with nobody. */
final class Beginning {
    private static final String LOCALE = "zh-CN";

    private final SlotState state;
    private final Surroundings around;
    private final Attending attending;
    private final Offering offering;
    private final Ending ending;
    private final Ways ways;

    Beginning(SlotState state, Surroundings around, Attending attending, Offering offering, Ending ending) {
        this.state = state;
        this.around = around;
        this.attending = attending;
        this.offering = offering;
        this.ending = ending;
        this.ways = new Ways(around);
    }

    CommandResult write(Turn turn, Arriving.Ticket ticket, OutboundCommand.WriteTo command, Actor actor) {
        Optional<LiveAgent> agent = actor instanceof Actor.Person person
                ? attending.agent(new AgentId(person.user().value()), turn.now())
                : Optional.empty();
        Ways.Choice choice = ways.to(command.channel(), command.from(), command.to(), command.subject());
        Optional<CommandResult> refusal = choice.refusal().or(() -> wrongText(command));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        MessageEvent.Way way = choice.way().orElseThrow();
        LiveInteraction contact = turn.arrive(ticket.id(), ticket.unit(), 1, event(ticket, command, way), actor);
        state.add(contact);
        agent.ifPresent(who -> take(turn, contact, who, actor));
        MessageId message = new MessageId(ticket.id().toString());
        turn.record(
                contact,
                new MessageEvent.Sent(
                        message,
                        agent.map(LiveAgent::agent),
                        new Confidential.Clear(command.text()),
                        Optional.of(way),
                        command.attachments().stream()
                                .map(KeptAttachments::part)
                                .toList()),
                actor);
        if (agent.isEmpty()) {
            ending.notice(turn, contact);
        }
        return new CommandResult.Done(Map.of(
                "interaction", ticket.id().toString(),
                "conversation", ticket.conversation().toString(),
                "message", message.toString()));
    }

    private Optional<CommandResult> wrongText(OutboundCommand.WriteTo command) {
        if (command.text().isBlank() || command.text().length() > Working.LONGEST_MESSAGE) {
            return Optional.of(Refusals.textLength("text", command.text().length(), Working.LONGEST_MESSAGE));
        }
        boolean files = command.attachments().isEmpty()
                || around.channel(command.channel())
                        .filter(Channel::attachments)
                        .isPresent();
        return files ? Optional.empty() : Optional.of(Refusals.noFiles(command.channel()));
    }

    private InteractionEvent.Arrived event(
            Arriving.Ticket ticket, OutboundCommand.WriteTo command, MessageEvent.Way way) {
        return new InteractionEvent.Arrived(
                ticket.number(),
                ticket.conversation(),
                command.channel(),
                around.channel(command.channel()).orElseThrow().kind(),
                Direction.OUTBOUND,
                command.queue(),
                way.ours().orElseThrow(),
                way.theirs(),
                Optional.empty(),
                way.subject(),
                LOCALE,
                Optional.empty());
    }

    /** What he begins is his at once, whatever else he has on his desk. */
    private void take(Turn turn, LiveInteraction contact, LiveAgent agent, Actor actor) {
        turn.record(contact, new AssignmentEvent.Offered(agent.agent(), turn.now(), "begun by himself"), actor);
        agent.take(contact);
        turn.record(contact, new AssignmentEvent.Accepted(agent.agent()), actor);
        turn.record(contact, new InteractionEvent.Connected(agent.agent()), actor);
        turn.touch(agent);
        offering.agentChanged(turn, agent);
    }
}
