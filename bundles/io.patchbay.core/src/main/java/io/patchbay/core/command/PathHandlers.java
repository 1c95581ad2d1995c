// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.command;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Place;
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
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.Uuid7;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.InteractionCommand.Target;
import io.patchbay.core.path.Known;
import io.patchbay.core.path.QueueGroup;
import io.patchbay.core.path.QueueGroups;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.command.Fields;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The commands of the interaction path: wire names, fields and rights; the slots do the rest. */
public final class PathHandlers {
    private final QueueGroups groups;
    private final Known known;
    private final InstantSource clock;
    private final Predicate<InteractionId> past;

    /** {@code past} tells whether an interaction that is no longer open ever was; it may wait for the database. */
    public PathHandlers(QueueGroups groups, Known known, InstantSource clock, Predicate<InteractionId> past) {
        this.groups = groups;
        this.known = known;
        this.clock = clock;
        this.past = past;
    }

    /** One handler a command. */
    public List<CommandHandler<?>> handlers() {
        CallHandlers calls = new CallHandlers(groups, past);
        return Stream.of(desk(), talk(), after(), callbacks(), floor(), calls.handlers(), calls.supervising())
                .<CommandHandler<?>>flatMap(List::stream)
                .toList();
    }

    /** What an agent does with what lies on his desk. */
    private List<CommandHandler<?>> desk() {
        return List.of(
                contact(
                        InteractionCommand.AcceptAssignment.class,
                        "assignment.accept",
                        fields -> new InteractionCommand.AcceptAssignment(interaction(fields))),
                contact(
                        InteractionCommand.DeclineAssignment.class,
                        "assignment.decline",
                        fields -> new InteractionCommand.DeclineAssignment(interaction(fields))),
                contact(
                        InteractionCommand.ParkAssignment.class,
                        "assignment.park",
                        fields -> new InteractionCommand.ParkAssignment(interaction(fields))),
                contact(
                        InteractionCommand.ResumeAssignment.class,
                        "assignment.resume",
                        fields -> new InteractionCommand.ResumeAssignment(interaction(fields))));
    }

    /** What is said and noted. */
    private List<CommandHandler<?>> talk() {
        return List.of(
                contact(InteractionCommand.SendMessage.class, "message.send", SentFields::send),
                contact(
                        InteractionCommand.RetryMessage.class,
                        "message.retry",
                        fields -> new InteractionCommand.RetryMessage(
                                interaction(fields), new MessageId(fields.text("message")))),
                contact(
                        InteractionCommand.AddNote.class,
                        "note.add",
                        fields -> new InteractionCommand.AddNote(interaction(fields), fields.text("text"))),
                contact(
                        InteractionCommand.ShowTyping.class,
                        "message.typing",
                        fields -> new InteractionCommand.ShowTyping(interaction(fields))),
                contact(
                        InteractionCommand.IdentifyCustomer.class,
                        "interaction.identify",
                        fields -> new InteractionCommand.IdentifyCustomer(
                                interaction(fields), CustomerId.parse(fields.text("customer")))));
    }

    /** What comes when the remote side is gone. */
    private List<CommandHandler<?>> after() {
        return List.of(
                contact(
                        InteractionCommand.CompleteAssignment.class,
                        "assignment.complete",
                        fields -> new InteractionCommand.CompleteAssignment(
                                interaction(fields),
                                fields.maybeText("disposition"),
                                fields.maybeText("notes").orElse(""))),
                contact(
                        InteractionCommand.ChooseCode.class,
                        "wrapUp.choose",
                        fields -> new InteractionCommand.ChooseCode(
                                interaction(fields),
                                fields.maybeText("disposition"),
                                fields.maybeText("notes").orElse(""))),
                contact(
                        InteractionCommand.ExtendWrapUp.class,
                        "wrapUp.extend",
                        fields ->
                                new InteractionCommand.ExtendWrapUp(interaction(fields), fields.number("seconds", 60))),
                new Handler<>(
                        InteractionCommand.AnswerExtension.class,
                        "wrapUp.answer",
                        Permissions.SUPERVISE,
                        fields -> new InteractionCommand.AnswerExtension(
                                interaction(fields), new AgentId(fields.text("agent")), fields.flag("granted", false)),
                        this::act));
    }

    /** Calls back. */
    private List<CommandHandler<?>> callbacks() {
        return List.of(
                contact(
                        InteractionCommand.AskCallback.class,
                        "callback.ask",
                        fields -> new InteractionCommand.AskCallback(
                                interaction(fields), fields.maybeText("number"), fields.instant("at"))),
                contact(
                        InteractionCommand.MoveCallback.class,
                        "callback.move",
                        fields -> new InteractionCommand.MoveCallback(interaction(fields), moment(fields))),
                contact(
                        InteractionCommand.CancelCallback.class,
                        "callback.cancel",
                        fields -> new InteractionCommand.CancelCallback(interaction(fields))));
    }

    /** Where a contact goes, and who works. */
    private List<CommandHandler<?>> floor() {
        return List.of(
                contact(
                        InteractionCommand.TransferInteraction.class,
                        "interaction.transfer",
                        fields -> new InteractionCommand.TransferInteraction(interaction(fields), target(fields))),
                contact(
                        InteractionCommand.EndInteraction.class,
                        "interaction.end",
                        fields -> new InteractionCommand.EndInteraction(interaction(fields))),
                new Handler<>(
                        InteractionCommand.RankInteraction.class,
                        "interaction.rank",
                        Permissions.SUPERVISE,
                        fields -> new InteractionCommand.RankInteraction(
                                interaction(fields), fields.number("minutes", 0)),
                        this::act),
                new Handler<>(
                        AgentCommand.ChangePresence.class,
                        "presence.change",
                        Permissions.AGENT,
                        PathHandlers::presence,
                        this::change));
    }

    static InteractionId interaction(Fields fields) {
        return InteractionId.parse(fields.text("interaction"));
    }

    private static Instant moment(Fields fields) {
        return fields.instant("at").orElseThrow(() -> new IllegalArgumentException("the field \"at\" is missing"));
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
        Presence presence =
                switch (fields.text("presence")) {
                    case "ready" -> new Presence.Ready();
                    case "loggedOut" -> new Presence.LoggedOut();
                    case "notReady" -> new Presence.NotReady(
                            fields.maybeText("reason").orElse(Presence.NotReady.PREPARING));
                    default -> throw new IllegalArgumentException(
                            "the field \"presence\" must be loggedOut, ready or notReady but is \""
                                    + fields.text("presence") + "\"");
                };
        return new AgentCommand.ChangePresence(new AgentId(fields.text("agent")), presence, fields.maybeText("why"));
    }

    private CompletionStage<CommandResult> change(Actor actor, AgentCommand.ChangePresence command, String key) {
        if (actor instanceof Actor.Person person
                && !person.user().value().equals(command.agent().value())) {
            if (!supervises(person, command.agent())) {
                return NoContact.notAllowed(Permissions.SUPERVISE);
            } else if (command.why().isEmpty()) {
                return NoContact.whyMissing();
            }
        }
        return groups.of(command.agent()).command(actor, command, key);
    }

    private boolean supervises(Actor.Person person, AgentId agent) {
        return known.person(new UserId(agent.value()))
                .filter(colleague -> person.scope().may(Permissions.SUPERVISE, Place.of(colleague.unit())))
                .isPresent();
    }

    private <C extends InteractionCommand> CommandHandler<C> contact(
            Class<C> type, String name, Function<Fields, C> read) {
        return new Handler<>(type, name, Permissions.AGENT, read, this::act);
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
            Class<C> type, String name, String permission, Function<Fields, C> reader, Act<? super C> act)
            implements CommandHandler<C> {
        @Override
        public C read(Map<String, Object> body) {
            return reader.apply(Fields.of(body));
        }

        @Override
        public CompletionStage<CommandResult> handle(Actor actor, C command, String idempotencyKey) {
            return act.run(actor, command, idempotencyKey);
        }
    }
}
