// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.command;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.agent.AgentCommand;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.Uuid7;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.InteractionCommand.Target;
import io.patchbay.core.path.QueueGroup;
import io.patchbay.core.path.QueueGroups;
import io.patchbay.spi.command.CommandHandler;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;

/** The commands of the interaction path: wire names, fields and rights; the slots do the rest. */
public final class PathHandlers {
    private final QueueGroups groups;
    private final InstantSource clock;
    private final Predicate<InteractionId> past;

    /** {@code past} tells whether an interaction that is no longer open ever was; it may wait for the database. */
    public PathHandlers(QueueGroups groups, InstantSource clock, Predicate<InteractionId> past) {
        this.groups = groups;
        this.clock = clock;
        this.past = past;
    }

    /** One handler a command. */
    public List<CommandHandler<?>> handlers() {
        return List.of(
                contact(
                        InteractionCommand.AcceptAssignment.class,
                        "assignment.accept",
                        fields -> new InteractionCommand.AcceptAssignment(fields.interaction())),
                contact(
                        InteractionCommand.DeclineAssignment.class,
                        "assignment.decline",
                        fields -> new InteractionCommand.DeclineAssignment(fields.interaction())),
                contact(InteractionCommand.SendMessage.class, "message.send", SentFields::send),
                contact(
                        InteractionCommand.RetryMessage.class,
                        "message.retry",
                        fields -> new InteractionCommand.RetryMessage(
                                fields.interaction(), new MessageId(fields.text("message")))),
                contact(
                        InteractionCommand.AddNote.class,
                        "note.add",
                        fields -> new InteractionCommand.AddNote(fields.interaction(), fields.text("text"))),
                contact(
                        InteractionCommand.ShowTyping.class,
                        "message.typing",
                        fields -> new InteractionCommand.ShowTyping(fields.interaction())),
                contact(
                        InteractionCommand.TransferInteraction.class,
                        "interaction.transfer",
                        fields -> new InteractionCommand.TransferInteraction(fields.interaction(), target(fields))),
                contact(
                        InteractionCommand.EndInteraction.class,
                        "interaction.end",
                        fields -> new InteractionCommand.EndInteraction(fields.interaction())),
                contact(
                        InteractionCommand.CompleteAssignment.class,
                        "assignment.complete",
                        fields -> new InteractionCommand.CompleteAssignment(
                                fields.interaction(),
                                fields.maybeText("disposition"),
                                fields.maybeText("notes").orElse(""))),
                contact(
                        InteractionCommand.ParkAssignment.class,
                        "assignment.park",
                        fields -> new InteractionCommand.ParkAssignment(fields.interaction())),
                contact(
                        InteractionCommand.ResumeAssignment.class,
                        "assignment.resume",
                        fields -> new InteractionCommand.ResumeAssignment(fields.interaction())),
                contact(
                        InteractionCommand.IdentifyCustomer.class,
                        "interaction.identify",
                        fields -> new InteractionCommand.IdentifyCustomer(
                                fields.interaction(), CustomerId.parse(fields.text("customer")))),
                new Handler<>(
                        AgentCommand.ChangePresence.class, "presence.change", PathHandlers::presence, this::change));
    }

    private static Target target(Fields fields) {
        Optional<String> queue = fields.maybeText("queue");
        Optional<String> agent = fields.maybeText("agent");
        if (queue.isPresent() == agent.isPresent()) {
            throw new IllegalArgumentException("exactly one of the fields \"queue\" and \"agent\" must be given");
        }
        return queue.<Target>map(id -> new Target.ToQueue(new QueueId(id)))
                .orElseGet(() -> new Target.ToAgent(new AgentId(agent.orElseThrow())));
    }

    private static AgentCommand.ChangePresence presence(Fields fields) {
        AgentId agent = new AgentId(fields.text("agent"));
        return switch (fields.text("presence")) {
            case "ready" -> new AgentCommand.ChangePresence(agent, new Presence.Ready());
            case "loggedOut" -> new AgentCommand.ChangePresence(agent, new Presence.LoggedOut());
            case "notReady" -> new AgentCommand.ChangePresence(
                    agent, new Presence.NotReady(fields.maybeText("reason").orElse(Presence.NotReady.PREPARING)));
            default -> throw new IllegalArgumentException(
                    "the field \"presence\" must be loggedOut, ready or notReady but is \"" + fields.text("presence")
                            + "\"");
        };
    }

    private CompletionStage<CommandResult> change(Actor actor, AgentCommand.ChangePresence command, String key) {
        if (actor instanceof Actor.Person person
                && !person.user().value().equals(command.agent().value())
                && !person.scope().may(Permissions.SUPERVISE)) {
            return NoContact.notAllowed(Permissions.SUPERVISE);
        }
        return groups.of(command.agent()).command(actor, command, key);
    }

    private <C extends InteractionCommand> CommandHandler<C> contact(
            Class<C> type, String name, Function<Fields, C> read) {
        return new Handler<>(type, name, read, this::act);
    }

    private CompletionStage<CommandResult> act(Actor actor, InteractionCommand command, String key) {
        Optional<QueueGroup> group = groups.of(command.interaction());
        return group.isPresent()
                ? group.get().command(actor, command, Uuid7.at(clock.millis()), key)
                : NoContact.gone(command.interaction(), past.test(command.interaction()));
    }

    private interface Act<C> {
        CompletionStage<CommandResult> run(Actor actor, C command, String key);
    }

    private record Handler<C extends Command>(
            Class<C> type, String name, Function<Fields, C> reader, Act<? super C> act) implements CommandHandler<C> {
        @Override
        public String permission() {
            return Permissions.AGENT;
        }

        @Override
        public C read(Map<String, Object> body) {
            return reader.apply(new Fields(body));
        }

        @Override
        public CompletionStage<CommandResult> handle(Actor actor, C command, String idempotencyKey) {
            return act.run(actor, command, idempotencyKey);
        }
    }
}
