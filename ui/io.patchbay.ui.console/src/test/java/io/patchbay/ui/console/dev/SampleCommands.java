// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.dev;

import io.patchbay.api.agent.AgentCommand;
import io.patchbay.api.agent.AgentDesk.Phase;
import io.patchbay.api.call.LiveCalls.Phone;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Commands;
import io.patchbay.api.command.Problem;
import io.patchbay.api.customer.CustomerCommand;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.people.PeopleCommand;
import io.patchbay.api.queue.QueueCommand;
import io.patchbay.channel.voice.api.VoiceCommand;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Carries commands out on the samples. */
public final class SampleCommands implements Commands {
    public final SampleVoice voice = new SampleVoice();
    private final SampleCore core;

    public SampleCommands(SampleCore core) {
        this.core = core;
    }

    @Override
    public Map<String, String> known() {
        return Map.of();
    }

    @Override
    public CompletionStage<CommandResult> execute(Actor actor, Command command, String idempotencyKey) {
        return CompletableFuture.completedFuture(
                run(new AgentId(((Actor.Person) actor).user().value()), command));
    }

    @Override
    public CompletionStage<CommandResult> execute(Actor actor, String name, Map<String, Object> body, String key) {
        throw new UnsupportedOperationException(name);
    }

    private CommandResult run(AgentId me, Command command) {
        if (command instanceof VoiceCommand c) {
            return voice.run(c);
        } else if (command instanceof AgentCommand.ChangePresence c) {
            core.presence(c.agent(), c.presence());
        } else if (command instanceof InteractionCommand.AcceptAssignment c) {
            if (core.contacts.get(c.interaction()).contact().kind().value().equals("call")
                    && core.calls.phone(me).isPresent()) {
                core.calls.phone(me, Phone.State.PICK_UP);
                return new CommandResult.Done(Map.of("device", "asked"));
            }
            core.accept(me, c.interaction());
        } else if (command instanceof InteractionCommand.DeclineAssignment c) {
            core.decline(me, c.interaction());
        } else if (command instanceof InteractionCommand.SendMessage c) {
            if (c.text().equals("refuse")) {
                return new CommandResult.Refused(
                        CommandResult.Kind.CONFLICT,
                        new Problem("gone", "The customer has left; nothing was sent.", "客户已离开，消息未发送。"));
            }
            core.write(
                    c.interaction(),
                    Message.Author.AGENT,
                    c.text(),
                    Instant.now(),
                    Message.Delivery.DELIVERED,
                    me.value());
        } else if (command instanceof InteractionCommand.TransferInteraction c) {
            core.done(me, c.interaction(), java.util.Optional.empty(), Assignment.End.TRANSFERRED);
        } else if (command instanceof InteractionCommand.EndInteraction c) {
            core.phase(me, c.interaction(), Phase.WRAP_UP);
        } else if (command instanceof InteractionCommand.ParkAssignment c) {
            core.phase(me, c.interaction(), Phase.PARKED);
        } else if (command instanceof InteractionCommand.ResumeAssignment c) {
            core.phase(me, c.interaction(), Phase.ACTIVE);
        } else if (command instanceof InteractionCommand.CompleteAssignment c) {
            core.done(me, c.interaction(), c.disposition(), Assignment.End.COMPLETED);
        } else if (command instanceof InteractionCommand.IdentifyCustomer c) {
            core.identify(c.interaction(), c.customer());
        } else if (command instanceof CustomerCommand.SaveCustomer c) {
            core.customers.customers.put(c.customer().id(), c.customer());
        } else if (command instanceof QueueCommand.SaveQueue c) {
            core.queues.queues.put(c.queue().id(), c.queue());
        } else if (command instanceof QueueCommand.SaveSkill c) {
            core.queues.skills.removeIf(s -> s.id().equals(c.skill().id()));
            core.queues.skills.add(c.skill());
        } else if (command instanceof QueueCommand.SaveCode c) {
            core.queues.codes.replaceAll(code ->
                    code.use() == c.code().use() && code.key().equals(c.code().key()) ? c.code() : code);
            if (!core.queues.codes.contains(c.code())) {
                core.queues.codes.add(c.code());
            }
        } else if (command instanceof QueueCommand.RemoveQueue c) {
            return new CommandResult.Refused(
                    CommandResult.Kind.CONFLICT,
                    Problem.of(
                            "waiting",
                            "3 contacts wait in {0}. Move them first.",
                            "{0} 中还有 3 个会话在排队，请先转走。",
                            c.queue()));
        } else if (command instanceof PeopleCommand.SavePerson c) {
            core.directory.people.put(c.person().user(), c.person());
        } else if (command instanceof PeopleCommand.SaveUnit c) {
            core.directory.units.add(c.unit());
        }
        return new CommandResult.Done();
    }
}
