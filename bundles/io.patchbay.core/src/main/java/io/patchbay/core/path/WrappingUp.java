// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Done;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.CodeTree;
import io.patchbay.api.queue.QueueSettings.WrapUp;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.model.LivePart;
import io.patchbay.core.slot.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a queue's wrap-up mode allows, codes kept before its end, and more time asked of a supervisor. */
final class WrappingUp {
    private final SlotState state;
    private final Surroundings around;
    private final Ending ending;

    WrappingUp(SlotState state, Surroundings around, Ending ending) {
        this.state = state;
        this.around = around;
        this.ending = ending;
    }

    /** Why a part cannot be completed now; empty if it can. */
    Optional<CommandResult> mayNotComplete(
            Turn turn, LiveInteraction contact, LivePart part, InteractionCommand.CompleteAssignment command) {
        WrapUp rule = ending.wrapUp(contact);
        if (rule.mode() == WrapUp.Mode.FIXED) {
            Duration left = part.wrapUpEndsAt()
                    .map(end -> Duration.between(turn.now(), end))
                    .orElse(rule.limit());
            return Optional.of(Refusals.wrapUpFixed(left));
        } else if (command.disposition().isEmpty()) {
            return rule.mode() == WrapUp.Mode.REQUIRED ? Optional.of(Refusals.codeDue()) : Optional.empty();
        }
        return wrongCode(contact, command.disposition().get());
    }

    /** Only what the contact's queue offers can be chosen, and of that only the leaves. */
    private Optional<CommandResult> wrongCode(LiveInteraction contact, String key) {
        CodeTree tree = around.dispositions();
        List<String> offered = around.queue(contact.queue())
                .map(queue -> queue.rules().codes())
                .orElse(List.of());
        List<String> choices = tree.choices(offered).stream().map(Code::key).toList();
        if (choices.contains(key)) {
            return Optional.empty();
        }
        List<String> beneath =
                tree.choices(List.of(key)).stream().map(Code::key).toList();
        return tree.inner(key)
                ? Optional.of(Refusals.innerCode(key, beneath))
                : Optional.of(Refusals.unknownCode("wrap-up code", key, choices));
    }

    /** Keeps code and notes; the wrap-up goes on. */
    CommandResult choose(Turn turn, AgentId who, InteractionCommand.ChooseCode command, Actor actor) {
        if (command.notes().length() > Working.LONGEST_NOTES) {
            return Refusals.textLength("notes", command.notes().length(), Working.LONGEST_NOTES);
        }
        LiveInteraction contact = state.interaction(command.interaction()).orElse(null);
        if (contact == null) {
            return Refusals.unknownContact(command.interaction());
        } else if (wrappingUp(contact, who).isEmpty()) {
            return Refusals.wrongState(command.interaction(), contact.state());
        }
        Optional<CommandResult> wrong = command.disposition().flatMap(key -> wrongCode(contact, key));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        Optional<Confidential> notes =
                command.notes().isEmpty() ? Optional.empty() : Optional.of(new Confidential.Clear(command.notes()));
        turn.record(contact, new AssignmentEvent.CodeChosen(who, command.disposition(), notes), actor);
        return new Done();
    }

    /** The agent asks for more time. */
    CommandResult extend(Turn turn, AgentId who, InteractionCommand.ExtendWrapUp command, Actor actor) {
        LiveInteraction contact = state.interaction(command.interaction()).orElse(null);
        if (contact == null) {
            return Refusals.unknownContact(command.interaction());
        }
        Optional<LivePart> part = wrappingUp(contact, who);
        if (part.isEmpty()) {
            return Refusals.wrongState(command.interaction(), contact.state());
        } else if (part.get().askedSeconds() > 0) {
            return Refusals.extensionAsked();
        }
        turn.record(contact, new AssignmentEvent.ExtensionAsked(who, command.seconds()), actor);
        state.agent(who).ifPresent(turn::touch);
        return new Done();
    }

    /** A supervisor answers it. */
    CommandResult answer(Turn turn, InteractionCommand.AnswerExtension command, Actor actor) {
        LiveInteraction contact = state.interaction(command.interaction()).orElse(null);
        if (contact == null) {
            return Refusals.unknownContact(command.interaction());
        } else if (!Working.supervises(contact, actor)) {
            return Refusals.forbidden(Permissions.SUPERVISE);
        }
        AgentId who = command.agent();
        Optional<LivePart> part = wrappingUp(contact, who).filter(here -> here.askedSeconds() > 0);
        if (part.isEmpty()) {
            return Refusals.nothingAsked(who);
        } else if (!command.granted()) {
            turn.record(contact, new AssignmentEvent.ExtensionDeclined(who), actor);
            state.agent(who).ifPresent(turn::touch);
            return new Done();
        }
        Instant endsAt =
                part.get().wrapUpEndsAt().orElseThrow().plusSeconds(part.get().askedSeconds());
        turn.record(contact, new AssignmentEvent.Extended(who, endsAt), actor);
        state.agent(who).ifPresent(turn::touch);
        ending.endWrapUpLater(contact.id(), who, endsAt, Duration.between(turn.now(), endsAt));
        return new Done(Map.of("endsAt", endsAt.toString()));
    }

    private static Optional<LivePart> wrappingUp(LiveInteraction contact, AgentId who) {
        return contact.lastOpenPart(who).filter(LivePart::inWrapUp);
    }
}
