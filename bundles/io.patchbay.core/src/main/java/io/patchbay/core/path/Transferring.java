// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Done;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.model.LivePart;
import io.patchbay.core.slot.Turn;
import java.util.Optional;

/** Transfer is step 4 again: a new queue or one agent by name, and a new assignment. */
final class Transferring {
    private final SlotState state;
    private final Surroundings around;
    private final Arriving arriving;
    private final Offering offering;
    private final Ending ending;

    Transferring(SlotState state, Surroundings around, Arriving arriving, Offering offering, Ending ending) {
        this.state = state;
        this.around = around;
        this.arriving = arriving;
        this.offering = offering;
        this.ending = ending;
    }

    CommandResult toQueue(Turn turn, InteractionId id, QueueId queue, Actor actor) {
        return around.queue(queue).isEmpty()
                ? Refusals.unknownQueue(queue)
                : move(turn, id, Optional.of(queue), Optional.empty(), actor);
    }

    CommandResult toAgent(Turn turn, InteractionId id, AgentId agent, Actor actor) {
        if (around.person(new UserId(agent.value())).isEmpty()) {
            return Refusals.unknownAgent(agent);
        }
        return around.agent(agent)
                        .map(AgentState::presence)
                        .filter(Presence.Ready.class::isInstance)
                        .isPresent()
                ? move(turn, id, Optional.empty(), Optional.of(agent), actor)
                : Refusals.agentNotReady(agent);
    }

    private CommandResult move(
            Turn turn, InteractionId id, Optional<QueueId> queue, Optional<AgentId> only, Actor actor) {
        LiveInteraction contact = state.interaction(id).orElse(null);
        if (contact == null) {
            return Refusals.unknownContact(id);
        } else if (Callbacks.dialling(contact)) { // nobody is there yet whom he could give on
            return Refusals.wrongState(id, contact.state());
        } else if (contact.inner()) {
            return CallRefusals.amongColleagues();
        } else if (contact.remoteLeft()
                || contact.ratings().open().isPresent()
                || contact.state() == InteractionState.TREATING) {
            return Refusals.wrongState(id, contact.state());
        } else if (!Working.mayMove(contact, actor)) {
            return Refusals.notYours(id);
        }
        offering.withdraw(turn, contact, "moved");
        contact.engaged().ifPresent(part -> release(turn, contact, part, actor));
        arriving.enqueue(turn, contact, queue.orElse(contact.queue()), only, actor);
        return new Done();
    }

    /** The agent's device is lost: he wraps up, the remote side waits again at its old place. */
    void back(Turn turn, LiveInteraction contact, LivePart part, Actor actor) {
        release(turn, contact, part, actor);
        arriving.back(turn, contact, actor);
    }

    /** The agent who had laid it aside has left: his part is over without wrap-up, the contact waits for the others. */
    void leave(Turn turn, LiveInteraction contact, LivePart part, Actor actor) {
        ending.finish(turn, contact, part.agent(), Assignment.End.TRANSFERRED, Optional.empty(), "", actor);
        arriving.enqueue(turn, contact, contact.queue(), Optional.empty(), actor);
    }

    private void release(Turn turn, LiveInteraction contact, LivePart part, Actor actor) {
        around.guestsGo(turn, contact);
        ending.beginWrapUp(turn, contact, part, actor);
        AgentId agent = part.agent();
        turn.after(() -> state.session(contact.id()).ifPresent(session -> session.disconnect(agent)));
    }
}
