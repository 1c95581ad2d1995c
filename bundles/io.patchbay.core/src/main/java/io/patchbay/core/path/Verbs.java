// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.core.slot.Turn;
import java.util.UUID;

/** Gives each verb on a contact to the step that carries it out. */
final class Verbs {
    private final Steps steps;

    Verbs(Steps steps) {
        this.steps = steps;
    }

    /** What anybody with the right may do to a contact. */
    CommandResult run(Turn turn, Actor actor, InteractionCommand command, UUID fresh) {
        if (command instanceof InteractionCommand.TransferInteraction transfer) {
            return transfer.target() instanceof InteractionCommand.Target.ToQueue to
                    ? steps.transferring.toQueue(turn, transfer.interaction(), to.queue(), actor)
                    : steps.transferring.toAgent(
                            turn,
                            transfer.interaction(),
                            ((InteractionCommand.Target.ToAgent) transfer.target()).agent(),
                            actor);
        } else if (command instanceof InteractionCommand.EndInteraction end) {
            return steps.callbacks.stops(turn, end.interaction(), actor)
                    ? new CommandResult.Done()
                    : steps.working.end(turn, end.interaction(), actor);
        } else if (command instanceof InteractionCommand.RankInteraction rank) {
            return steps.working.rank(turn, rank, actor);
        } else if (command instanceof InteractionCommand.IdentifyCustomer identify) {
            return steps.working.identify(turn, identify, actor);
        } else if (command instanceof InteractionCommand.AskCallback ask) {
            return steps.asking.ask(turn, ask, actor);
        } else if (command instanceof InteractionCommand.MoveCallback move) {
            return steps.asking.move(turn, move, actor);
        } else if (command instanceof InteractionCommand.CancelCallback cancel) {
            return steps.asking.cancel(turn, cancel.interaction(), actor);
        } else if (command instanceof InteractionCommand.AnswerExtension answer) {
            return steps.wrappingUp.answer(turn, answer, actor);
        } else if (command instanceof InteractionCommand.AddNote note) {
            return steps.working.note(turn, note, actor);
        }
        return actor instanceof Actor.Person person
                ? own(turn, new AgentId(person.user().value()), actor, command, fresh)
                : Refusals.forbidden(Permissions.AGENT);
    }

    private CommandResult own(Turn turn, AgentId who, Actor actor, InteractionCommand command, UUID fresh) {
        if (command instanceof InteractionCommand.AcceptAssignment c) {
            return steps.working.accept(turn, who, c.interaction(), actor);
        } else if (command instanceof InteractionCommand.DeclineAssignment c) {
            return steps.working.decline(turn, who, c.interaction(), actor);
        } else if (command instanceof InteractionCommand.SendMessage c) {
            return steps.working.send(turn, who, c, fresh, actor);
        } else if (command instanceof InteractionCommand.RetryMessage c) {
            return steps.working.retry(turn, who, c, actor);
        } else if (command instanceof InteractionCommand.ShowTyping c) {
            return steps.working.typing(turn, who, c.interaction());
        } else if (command instanceof InteractionCommand.ParkAssignment c) {
            return steps.working.park(turn, who, c.interaction(), actor);
        } else if (command instanceof InteractionCommand.ResumeAssignment c) {
            return steps.working.resume(turn, who, c.interaction(), actor);
        } else if (command instanceof InteractionCommand.CompleteAssignment c) {
            return steps.working.complete(turn, who, c, actor);
        } else if (command instanceof InteractionCommand.ChooseCode c) {
            return steps.wrappingUp.choose(turn, who, c, actor);
        } else if (command instanceof InteractionCommand.ExtendWrapUp c) {
            return steps.wrappingUp.extend(turn, who, c, actor);
        }
        throw new AssertionError(command);
    }
}
