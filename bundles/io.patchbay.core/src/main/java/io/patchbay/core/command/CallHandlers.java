// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.command;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.call.CallCommand;
import io.patchbay.api.call.CallCommand.Target;
import io.patchbay.api.call.PickUp;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.interaction.SuperviseCommand;
import io.patchbay.core.path.QueueGroup;
import io.patchbay.core.path.QueueGroups;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.command.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** The verbs of the telephone and of supervisors: wire names, fields and rights. */
final class CallHandlers {
    private final QueueGroups groups;
    private final Predicate<InteractionId> past;

    CallHandlers(QueueGroups groups, Predicate<InteractionId> past) {
        this.groups = groups;
        this.past = past;
    }

    List<CommandHandler<?>> handlers() {
        return List.of(
                of(CallCommand.Hold.class, "call.hold", fields -> new CallCommand.Hold(call(fields))),
                of(CallCommand.Resume.class, "call.resume", fields -> new CallCommand.Resume(call(fields))),
                of(
                        CallCommand.Mute.class,
                        "call.mute",
                        fields -> new CallCommand.Mute(call(fields), fields.flag("on", true))),
                of(
                        CallCommand.Press.class,
                        "call.press",
                        fields -> new CallCommand.Press(call(fields), fields.text("digits"))),
                of(
                        CallCommand.Consult.class,
                        "call.consult",
                        fields -> new CallCommand.Consult(
                                call(fields),
                                target(fields),
                                fields.maybeText("note").orElse(""))),
                of(
                        CallCommand.Transfer.class,
                        "call.transfer",
                        fields -> new CallCommand.Transfer(
                                call(fields),
                                target(fields),
                                fields.maybeText("note").orElse(""))),
                of(CallCommand.Swap.class, "call.swap", fields -> new CallCommand.Swap(call(fields))),
                of(CallCommand.Confer.class, "call.confer", fields -> new CallCommand.Confer(call(fields))),
                of(
                        CallCommand.Release.class,
                        "call.release",
                        fields -> new CallCommand.Release(call(fields), party(fields))),
                of(
                        CallCommand.Complete.class,
                        "call.complete",
                        fields -> new CallCommand.Complete(call(fields), party(fields))),
                new Handler<>(
                        PickUp.class,
                        "call.pickup",
                        Permissions.AGENT,
                        fields -> new PickUp(new AgentId(fields.text("agent"))),
                        this::pickUp),
                of(CallCommand.Join.class, "call.join", fields -> new CallCommand.Join(call(fields))),
                of(CallCommand.Leave.class, "call.leave", fields -> new CallCommand.Leave(call(fields))));
    }

    List<CommandHandler<?>> supervising() {
        return List.of(
                supervise(
                        SuperviseCommand.Listen.class,
                        "supervise.listen",
                        fields -> new SuperviseCommand.Listen(call(fields), fields.text("reason"))),
                supervise(
                        SuperviseCommand.Whisper.class,
                        "supervise.whisper",
                        fields -> new SuperviseCommand.Whisper(call(fields), fields.text("reason"))),
                supervise(
                        SuperviseCommand.Barge.class,
                        "supervise.barge",
                        fields -> new SuperviseCommand.Barge(call(fields), fields.text("reason"))),
                supervise(
                        SuperviseCommand.TakeOver.class,
                        "supervise.takeover",
                        fields -> new SuperviseCommand.TakeOver(call(fields), fields.text("reason"))),
                supervise(
                        SuperviseCommand.Intercept.class,
                        "supervise.intercept",
                        fields -> new SuperviseCommand.Intercept(call(fields), fields.text("reason"))),
                supervise(
                        SuperviseCommand.Stop.class,
                        "supervise.stop",
                        fields -> new SuperviseCommand.Stop(call(fields))));
    }

    private <C extends SuperviseCommand> CommandHandler<C> supervise(
            Class<C> type, String name, Function<Fields, C> read) {
        return new Handler<>(
                type,
                name,
                Permissions.SUPERVISE,
                read,
                (actor, command, key) ->
                        at(command.interaction(), actor, (group, person) -> group.command(person, command, key)));
    }

    private static InteractionId call(Fields fields) {
        return PathHandlers.interaction(fields);
    }

    private static PartyId party(Fields fields) {
        return new PartyId(fields.text("party"));
    }

    private static Target target(Fields fields) {
        Optional<String> agent = fields.maybeText("agent");
        Optional<String> number = fields.maybeText("number");
        if (agent.isPresent() == number.isPresent()) {
            throw new IllegalArgumentException("exactly one of the fields \"agent\" and \"number\" must be given");
        }
        return agent.<Target>map(id -> new Target.Colleague(new AgentId(id)))
                .orElseGet(() -> new Target.Dialled(number.orElseThrow()));
    }

    private <C extends CallCommand> CommandHandler<C> of(Class<C> type, String name, Function<Fields, C> read) {
        return new Handler<>(
                type,
                name,
                Permissions.AGENT,
                read,
                (actor, command, key) ->
                        at(command.interaction(), actor, (group, person) -> group.command(person, command, key)));
    }

    private CompletionStage<CommandResult> pickUp(Actor actor, PickUp command, String key) {
        return actor instanceof Actor.Person person
                ? groups.of(new AgentId(person.user().value())).command(person, command, key)
                : NoContact.notAllowed(Permissions.AGENT);
    }

    /** Only people telephone. */
    private CompletionStage<CommandResult> at(
            InteractionId contact,
            Actor actor,
            BiFunction<QueueGroup, Actor.Person, CompletionStage<CommandResult>> verb) {
        Optional<QueueGroup> group = groups.of(contact);
        if (!(actor instanceof Actor.Person person)) {
            return NoContact.notAllowed(Permissions.AGENT);
        }
        return group.isPresent() ? verb.apply(group.get(), person) : NoContact.gone(contact, past.test(contact));
    }

    private interface Act<C> {
        CompletionStage<CommandResult> run(Actor actor, C command, String key);
    }

    private record Handler<C extends Command>(
            Class<C> type, String name, String permission, Function<Fields, C> reader, Act<C> act)
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
