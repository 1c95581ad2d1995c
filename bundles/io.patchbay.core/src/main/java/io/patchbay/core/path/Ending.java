// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.command.Actor;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.CallbackEvent;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.Outcome;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.QueueSettings.WrapUp;
import io.patchbay.core.model.LiveCallback;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.model.LivePart;
import io.patchbay.core.slot.Turn;
import io.patchbay.spi.channel.ChannelSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Steps 8 and 9: the remote side leaves or is let go, agents wrap up, the interaction closes. */
final class Ending {
    private static final Actor SYSTEM = new Actor.Part("core");

    private final SlotState state;
    private final Surroundings around;
    private final Offering offering;

    Ending(SlotState state, Surroundings around, Offering offering) {
        this.state = state;
        this.around = around;
        this.offering = offering;
    }

    /** The remote side is gone by itself. */
    void remoteLeft(Turn turn, LiveInteraction contact, String reason, Actor actor) {
        if (contact.remoteLeft() || contact.closed()) {
            return;
        }
        offering.withdraw(turn, contact, "abandoned");
        Rated.silence(turn, contact, SYSTEM);
        boolean reached = contact.callback().filter(LiveCallback::reached).isPresent();
        contact.callback()
                .ifPresent(call -> turn.record(contact, new CallbackEvent.Done(reached ? "talked" : reason), actor));
        gone(turn, contact, reason, actor);
        contact.engaged().ifPresent(part -> beginWrapUp(turn, contact, part, actor));
        closeIfDone(turn, contact);
    }

    /** Nobody is there any more, on the line he asked to be called back by neither. */
    void gone(Turn turn, LiveInteraction contact, String reason, Actor actor) {
        around.guestsGo(turn, contact);
        turn.record(contact, new InteractionEvent.RemoteLeft(reason), actor);
        state.origin(contact.id()).ifPresent(line -> turn.after(line::end));
        state.originGone(contact.id());
    }

    /** He is called back no more. */
    void giveUp(Turn turn, LiveInteraction contact, String why, Actor actor) {
        turn.record(contact, new CallbackEvent.Done(why), actor);
        if (contact.dialled()) {
            gone(turn, contact, why, actor);
            close(turn, contact, Outcome.UNREACHED, Optional.empty());
            return;
        }
        gone(turn, contact, "callback: " + why, actor);
        close(turn, contact, Outcome.ABANDONED, Optional.of(why));
    }

    /** The phone of one who calls a colleague did not take it, or he thought better of it: nobody was rung. */
    void calledOff(Turn turn, LiveInteraction contact, String why, Actor actor) {
        state.session(contact.id()).ifPresent(session -> turn.after(session::end));
        gone(turn, contact, why, actor);
        close(turn, contact, Outcome.UNREACHED, Optional.empty());
    }

    /** Our side lets it go: the remote side is told. */
    void end(Turn turn, LiveInteraction contact, Actor actor) {
        if (contact.remoteLeft() || contact.closed()) {
            return;
        } else if (around.asksRating(turn, contact, actor)) {
            return;
        }
        letGo(turn, contact, actor);
    }

    /** As {@link #end}, with nothing more to ask. */
    void letGo(Turn turn, LiveInteraction contact, Actor actor) {
        Optional<ChannelSession> session = state.session(contact.id());
        remoteLeft(turn, contact, "agent", actor);
        session.ifPresent(remote -> turn.after(remote::end));
    }

    /** The contact moves on: this agent's part with the remote side is over, his wrap-up is due. */
    void beginWrapUp(Turn turn, LiveInteraction contact, LivePart part, Actor actor) {
        WrapUp rule = wrapUp(contact);
        boolean whyIsTold = contact.dialled()
                && contact.callback().filter(call -> !call.reached()).isPresent();
        if (contact.inner() || (rule.mode() == WrapUp.Mode.NONE && !whyIsTold)) {
            finish(turn, contact, part.agent(), Assignment.End.COMPLETED, Optional.empty(), "", actor);
            return;
        }
        Instant endsAt = turn.now().plus(rule.limit());
        turn.record(contact, new AssignmentEvent.WrapUpBegan(part.agent(), endsAt), actor);
        state.agent(part.agent()).ifPresent(turn::touch);
        endWrapUpLater(contact.id(), part.agent(), endsAt, rule.limit());
    }

    /** Sets the timer of a wrap-up; also after a restart. */
    void endWrapUpLater(InteractionId id, AgentId agent, Instant endsAt, Duration in) {
        around.later(in, turn -> state.interaction(id)
                .filter(contact -> contact.lastOpenPart(agent)
                        .filter(part ->
                                part.wrapUpEndsAt().filter(endsAt::equals).isPresent())
                        .isPresent())
                .ifPresent(contact -> {
                    timeUp(turn, contact, contact.lastOpenPart(agent).orElseThrow());
                    closeIfDone(turn, contact);
                }));
    }

    /** What was chosen meanwhile stands; where a code was due and none was, the time-out code. */
    private void timeUp(Turn turn, LiveInteraction contact, LivePart part) {
        Optional<String> chosen = part.chosen();
        boolean late = chosen.isEmpty() && wrapUp(contact).mode().codeDue();
        finish(
                turn,
                contact,
                part.agent(),
                chosen.isPresent() ? Assignment.End.COMPLETED : Assignment.End.WRAP_UP_TIMED_OUT,
                late ? Optional.of(Code.TIMED_OUT) : chosen,
                part.notes(),
                SYSTEM);
    }

    WrapUp wrapUp(LiveInteraction contact) {
        return around.queue(contact.queue())
                .map(queue -> queue.wrapUp())
                .orElse(new WrapUp(WrapUp.Mode.OPTIONAL, Duration.ofSeconds(60)));
    }

    /** The agent's part is over. */
    void finish(
            Turn turn,
            LiveInteraction contact,
            AgentId who,
            Assignment.End end,
            Optional<String> disposition,
            String notes,
            Actor actor) {
        Optional<Confidential> sealedNotes =
                notes.isEmpty() ? Optional.empty() : Optional.of(new Confidential.Clear(notes));
        turn.record(contact, new AssignmentEvent.Ended(who, end, disposition, sealedNotes), actor);
        state.agent(who).ifPresent(agent -> {
            agent.release(contact.id(), turn.now());
            offering.agentChanged(turn, agent);
        });
        if (contact.queued()
                && contact.offer().isEmpty()
                && state.interaction(contact.id()).isPresent()) {
            offering.contactWaits(turn, contact);
        }
    }

    /** Closes what nobody has anything left to do with and whose sound is safe. */
    void closeIfDone(Turn turn, LiveInteraction contact) {
        if (contact.remoteLeft() && !contact.closed() && !contact.hasOpenPart() && !contact.recording()) {
            close(turn, contact, outcome(contact), Optional.empty());
        }
    }

    private static Outcome outcome(LiveInteraction contact) {
        if (contact.failed()) {
            return Outcome.FAILED;
        } else if (contact.inner() ? contact.parties().met() : talked(contact)) {
            return Outcome.HANDLED;
        }
        return contact.dialled() || contact.inner() ? Outcome.UNREACHED : Outcome.ABANDONED;
    }

    /** An agent had it; one who was there for a callback in vain did not. */
    private static boolean talked(LiveInteraction contact) {
        return contact.callback()
                .map(LiveCallback::reached)
                .orElse(contact.answeredAt().isPresent());
    }

    /** Nobody shall have it: who listens is told by a prompt, who reads has been written to. */
    void turnAway(Turn turn, LiveInteraction contact, String reason, String prompt, Actor actor) {
        state.session(contact.id()).ifPresent(remote -> turn.after(() -> remote.dismiss(prompt)));
        state.matching().contactGone(Offering.place(contact));
        turn.record(contact, new InteractionEvent.RemoteLeft(reason), actor);
        close(turn, contact, Outcome.REFUSED, Optional.of(reason));
    }

    /** A notice of ours is on its way: nobody waits for anything. */
    void notice(Turn turn, LiveInteraction contact) {
        turn.record(contact, new InteractionEvent.RemoteLeft("notice"), SYSTEM);
        close(turn, contact, Outcome.HANDLED, Optional.empty());
    }

    void close(Turn turn, LiveInteraction contact, Outcome outcome, Optional<String> reason) {
        turn.record(contact, new InteractionEvent.Closed(outcome, reason), SYSTEM);
        around.closed(contact);
        state.remove(contact.id());
    }
}
