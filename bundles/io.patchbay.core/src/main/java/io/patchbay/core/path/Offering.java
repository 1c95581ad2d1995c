// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Problem;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.CallbackEvent;
import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.event.PresenceEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.queue.QueueRules;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Why;
import io.patchbay.core.model.LiveAgent;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.model.LivePart;
import io.patchbay.core.slot.Turn;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.routing.ContactId;
import io.patchbay.spi.routing.Matching;
import io.patchbay.spi.routing.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Steps 5 and 6: match waiting contacts with free agents, ring the desk, and back to the old place if he does not take
 * it.
 */
final class Offering {
    /** How long a contact is not offered again to an agent who declined it, or whose device could not be rung. */
    static final Duration BARRED_FOR = Duration.ofSeconds(30);

    /** How soon it is asked again about contacts for which a strategy keeps agents free. */
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private static final Actor ROUTING = new Actor.Part("routing");

    private final SlotState state;
    private final Surroundings around;
    private final Leaving leaving;
    private final Considering considering;
    private final Officers officers;
    private final Map<InteractionId, Instant> looks = new HashMap<>();
    private boolean againPlanned;

    Offering(SlotState state, Surroundings around) {
        this.state = state;
        this.around = around;
        this.leaving = new Leaving(state, around);
        this.considering = new Considering(state);
        this.officers = new Officers(state, around);
    }

    /** A contact waits, newly or again: it may leave the queue by a rule, or somebody free may take it at once. */
    void contactWaits(Turn turn, LiveInteraction contact) {
        if (around.elsewhere(contact)) { // it rang at a supervisor who is decided about here
            state.matching().contactGone(place(contact));
            around.handOver(turn, contact);
            return;
        } else if (!around.mayBeOffered(turn, contact)) {
            state.matching().contactGone(place(contact));
            around.placesChanged();
            return;
        } else if (leaves(turn, contact)) {
            return;
        }
        Standing standing = standing(contact, turn.now());
        state.matching().contactWaits(waiting(contact, standing, turn.now()));
        around.placesChanged();
        lookAgain(contact, standing, turn.now());
        Optional<Matching.Match> match = state.matching().forContact(place(contact), turn.now());
        while (match.filter(found -> !found.contact().equals(place(contact))).isPresent()) {
            offer(turn, match.get());
            match = state.matching().forContact(place(contact), turn.now());
        }
        match.ifPresentOrElse(found -> offer(turn, found), () -> waitsOn(turn, contact, standing));
    }

    /** Goes the ways out that hold, one after the other; whether it is in this slot's queues no more. */
    private boolean leaves(Turn turn, LiveInteraction contact) {
        Optional<QueueSettings> queue = around.queue(contact.queue());
        while (queue.isPresent()) {
            Optional<InteractionEvent.Overflowed> way = leaving.overflow(contact, queue.get(), turn.now());
            if (way.isEmpty()) {
                break;
            }
            state.matching().contactGone(place(contact));
            turn.record(contact, way.get(), ROUTING);
            queue = around.queue(way.get().to());
            int priority = queue.map(QueueSettings::priority).orElse(0);
            turn.record(
                    contact,
                    new InteractionEvent.Queued(way.get().to(), priority, Optional.empty(), contact.queuedAt()),
                    ROUTING);
            if (around.elsewhere(contact)) {
                around.handOver(turn, contact);
                return true;
            }
        }
        Optional<Problem> full = queue.filter(settings -> contact.callback().isEmpty())
                .flatMap(settings -> leaving.limit(contact, settings, turn.now()));
        full.ifPresent(problem -> around.letGo(turn, contact, problem));
        return full.isPresent();
    }

    /** Looks again when its step or anything else its rules say changes; one look is planned at a time. */
    private void lookAgain(LiveInteraction contact, Standing standing, Instant now) {
        InteractionId id = contact.id();
        standing.changesAt().filter(at -> !at.equals(looks.put(id, at))).ifPresent(at -> {
            around.later(Duration.between(now, at), turn -> {
                if (looks.remove(id, at)) {
                    state.interaction(id)
                            .filter(here -> here.queued() && here.offer().isEmpty())
                            .ifPresent(here -> contactWaits(turn, here));
                }
            });
        });
    }

    /** Writes down once a step why nobody takes it. */
    private void waitsOn(Turn turn, LiveInteraction contact, Standing standing) {
        if (contact.toldStep() != standing.step()) {
            Waiting waiting = waiting(contact, standing, turn.now());
            Why why = considering.why(waiting, standing, turn.now(), Optional.empty(), "");
            turn.record(contact, new InteractionEvent.Waited(why), ROUTING);
        }
        againLater(state.matching().keeps(place(contact)));
    }

    private void againLater(boolean kept) {
        if (kept && !againPlanned) {
            againPlanned = true;
            around.later(AGAIN, this::again);
        }
    }

    /** What a strategy left beside a free agent may be taken by him after all. */
    private void again(Turn turn) {
        againPlanned = false;
        Optional<Matching.Match> match = state.matching().again(turn.now());
        while (match.isPresent()) {
            offer(turn, match.get());
            match = state.matching().again(turn.now());
        }
        againLater(state.matching().keeps());
    }

    private Standing standing(LiveInteraction contact, Instant now) {
        Optional<QueueSettings> queue = around.queue(contact.queue());
        return Standing.of(contact, queue, officers.of(contact, queue), officers::there, now);
    }

    /** An agent's room or skills changed: he may take what waits. */
    void agentChanged(Turn turn, LiveAgent agent) {
        turn.touch(agent);
        if (agent.left()) {
            turn.record(agent, new PresenceEvent.Changed(agent.agent(), new Presence.LoggedOut()), ROUTING);
        }
        agent.matrix(around.matrix());
        agent.interruptions()
                .forEach((contact, still) -> turn.record(
                        contact,
                        still
                                ? new AssignmentEvent.Interrupted(agent.agent())
                                : new AssignmentEvent.Continued(agent.agent()),
                        ROUTING));
        Optional<Matching.Match> match = refresh(agent, turn.now());
        while (match.isPresent()) {
            offer(turn, match.get());
            match = refresh(agent, turn.now());
        }
        againLater(state.matching().keeps(agent.agent()));
    }

    private Optional<Matching.Match> refresh(LiveAgent agent, Instant now) {
        var room = agent.room();
        state.matching().agentChanged(agent.agent(), room);
        return room.isEmpty() ? Optional.empty() : state.matching().forAgent(agent.agent(), now);
    }

    private void offer(Turn turn, Matching.Match match) {
        LiveInteraction contact = state.interaction(
                        new InteractionId(match.contact().value()))
                .orElseThrow(() -> new IllegalStateException("matched a contact that is not here: " + match));
        LiveAgent agent = state.agent(match.agent())
                .orElseThrow(() -> new IllegalStateException("matched an agent who is not here: " + match));
        Duration ring = around.queue(contact.queue()).map(QueueSettings::ring).orElse(Duration.ofSeconds(15));
        Instant expiresAt = turn.now().plus(ring);
        Standing standing = standing(contact, turn.now());
        Why why = considering.why(
                waiting(contact, standing, turn.now()),
                standing,
                turn.now(),
                Optional.of(agent.agent()),
                match.reason());
        turn.record(
                contact,
                new AssignmentEvent.Offered(agent.agent(), expiresAt, match.reason(), Optional.of(why)),
                ROUTING);
        looks.remove(contact.id());
        agent.take(contact);
        turn.touch(agent);
        state.matching().contactGone(match.contact());
        state.matching().agentChanged(agent.agent(), agent.room());
        tell(turn, contact, session -> session.offer(agent.agent(), expiresAt));
        timeOutLater(contact.id(), agent.agent(), ring, expiresAt);
    }

    /** For who has it anew from another slot: the timer of before is gone. */
    void ringsOn(Turn turn, LiveInteraction contact) {
        contact.offer().ifPresent(part -> {
            Duration left = Duration.between(turn.now(), part.expiresAt());
            timeOutLater(contact.id(), part.agent(), left.isNegative() ? Duration.ZERO : left, part.expiresAt());
        });
    }

    /** Rings the phone of an agent who wants this call, and has it answer by itself if it can. */
    void ringsWhoAsked(Turn turn, LiveInteraction contact, LiveAgent agent, String reason, Actor actor) {
        rings(turn, contact, agent.agent(), reason, actor);
        agent.take(contact);
        agentChanged(turn, agent);
        ringsOn(turn, contact);
    }

    private void rings(Turn turn, LiveInteraction contact, AgentId who, String reason, Actor actor) {
        Duration ring = around.queue(contact.queue()).map(QueueSettings::ring).orElse(Duration.ofSeconds(15));
        Instant expiresAt = turn.now().plus(ring);
        turn.record(contact, new AssignmentEvent.Offered(who, expiresAt, reason), actor);
        tellEvenIfItMoves(turn, contact, session -> {
            session.offer(who, expiresAt);
            session.answer(who);
        });
    }

    /** Another agent takes what rings; whose it was stays as he is. */
    void pickedUp(Turn turn, LiveInteraction contact, LiveAgent by, Actor actor) {
        AgentId from = taken(turn, contact, by.agent(), "picked-up", Optional.empty(), actor);
        ringsWhoAsked(turn, contact, by, "picked up from " + from, actor);
        state.agent(from).ifPresent(agent -> agentChanged(turn, agent));
    }

    /** A supervisor takes what rings. Who is decided about elsewhere has it there, and does not leave it with him. */
    void intercepted(Turn turn, LiveInteraction contact, AgentId by, String why, Actor actor) {
        AgentId from = taken(turn, contact, by, "intercepted", Optional.of(why), actor);
        rings(turn, contact, by, "intercepted / 拦截", actor);
        if (around.elsewhere(contact)) {
            around.handOver(turn, contact);
        } else {
            state.agent(by).ifPresent(agent -> {
                agent.take(contact);
                agentChanged(turn, agent);
            });
            ringsOn(turn, contact);
        }
        state.agent(from).ifPresent(agent -> agentChanged(turn, agent));
    }

    private AgentId taken(
            Turn turn, LiveInteraction contact, AgentId by, String how, Optional<String> why, Actor actor) {
        AgentId from = contact.offer().orElseThrow().agent();
        turn.record(contact, new AssignmentEvent.Withdrawn(from, how, why), actor);
        tellEvenIfItMoves(turn, contact, session -> session.withdraw(from));
        AgentDesk.Taken told = new AgentDesk.Taken(contact.id(), by, why.orElse(""));
        state.agent(from).ifPresent(agent -> agent.lost(told, turn.now()));
        return from;
    }

    /** By their ids: the timer should not keep a contact in memory that was over long before. */
    private void timeOutLater(InteractionId contact, AgentId agent, Duration ring, Instant expiresAt) {
        around.later(ring, turn -> timeOut(turn, contact, agent, expiresAt));
    }

    /** Step 7: the agent takes it, the remote side is told. */
    void accept(Turn turn, LiveInteraction contact, LiveAgent agent, Actor actor) {
        agent.answered();
        turn.record(contact, new AssignmentEvent.Accepted(agent.agent()), actor);
        turn.record(contact, connected(contact, agent.agent()), actor);
        agentChanged(turn, agent);
        if (contact.queuedAt().isPresent()) {
            around.accepted(contact, turn.now());
        }
        around.placesChanged();
        String name = agent.person().name();
        tell(turn, contact, session -> session.connect(agent.agent(), name));
        if (contact.inner()) {
            around.innerBegins(turn, contact, agent.agent());
        }
    }

    /** Who is to be called back is with him only once he is reached: until then he is dialled. */
    private static CoreEvent connected(LiveInteraction contact, AgentId agent) {
        return contact.callback()
                .filter(call -> !call.reached())
                .<CoreEvent>map(call -> new CallbackEvent.Dialling(call.attempts() + 1, agent))
                .orElseGet(() -> new InteractionEvent.Connected(agent));
    }

    private void tell(Turn turn, LiveInteraction contact, Consumer<ChannelSession> news) {
        turn.after(() -> state.session(contact.id()).ifPresent(news));
    }

    /** The contact may leave this slot in the same turn, and its session with it. */
    private void tellEvenIfItMoves(Turn turn, LiveInteraction contact, Consumer<ChannelSession> news) {
        state.session(contact.id()).ifPresent(session -> turn.after(() -> news.accept(session)));
    }

    /** He sends it back: he stays ready, it keeps its place and is not his for 30 s. */
    void decline(Turn turn, LiveInteraction contact, LiveAgent agent, Actor actor) {
        if (contact.ringsItsCaller()) {
            around.calledOff(turn, contact, "cancelled", actor);
            return;
        }
        turn.record(contact, new AssignmentEvent.Declined(agent.agent()), actor);
        tell(turn, contact, session -> session.withdraw(agent.agent()));
        agent.release(contact.id(), turn.now());
        contactWaits(turn, contact);
        agentChanged(turn, agent);
        unbarLater(contact);
    }

    /** His device cannot be rung: it keeps its place and is not his for 30 s, whatever the channel says of him. */
    void unreachable(Turn turn, LiveInteraction contact, String reason) {
        if (contact.ringsItsCaller()) {
            around.calledOff(turn, contact, LiveInteraction.DEVICE + reason, ROUTING);
            return;
        }
        withdraw(turn, contact, LiveInteraction.DEVICE + reason);
        contactWaits(turn, contact);
        unbarLater(contact);
    }

    /** For who has it anew, after a restart or from another slot: the timer of before is gone. */
    void unbarAgain(Turn turn, LiveInteraction contact) {
        if (contact.parts().stream().anyMatch(part -> barredLately(contact, part, turn.now()))) {
            unbarLater(contact);
        }
    }

    private void unbarLater(LiveInteraction contact) {
        around.later(BARRED_FOR, later -> state.interaction(contact.id())
                .filter(LiveInteraction::queued)
                .filter(waiting -> waiting.offer().isEmpty())
                .ifPresent(waiting -> contactWaits(later, waiting)));
    }

    private void timeOut(Turn turn, InteractionId id, AgentId who, Instant expiresAt) {
        LiveInteraction contact = state.interaction(id).orElse(null);
        LiveAgent agent = state.agent(who).orElse(null);
        if (contact == null || agent == null || !rings(contact, who, expiresAt)) {
            return;
        } else if (contact.ringsItsCaller()) {
            around.calledOff(turn, contact, LiveInteraction.DEVICE + "no answer", ROUTING);
            return;
        }
        turn.record(contact, new AssignmentEvent.TimedOut(who), ROUTING);
        tell(turn, contact, session -> session.withdraw(who));
        agent.release(id, turn.now());
        if (!noAnswer(contact).notReady(agent.missed())) {
            unbarLater(contact);
        } else if (agent.ready()) {
            turn.record(
                    agent, new PresenceEvent.Changed(who, new Presence.NotReady(Presence.NotReady.NO_ANSWER)), ROUTING);
        }
        agentChanged(turn, agent);
        contactWaits(turn, contact);
    }

    private QueueRules.NoAnswer noAnswer(LiveInteraction contact) {
        return around.queue(contact.queue())
                .map(queue -> queue.rules().noAnswer())
                .orElse(QueueRules.USUAL.noAnswer());
    }

    private static boolean rings(LiveInteraction contact, AgentId who, Instant expiresAt) {
        return contact.offer()
                .filter(part -> part.agent().equals(who) && part.expiresAt().equals(expiresAt))
                .isPresent();
    }

    /** Takes the ringing offer back, if there is one. */
    void withdraw(Turn turn, LiveInteraction contact, String reason) {
        contact.offer().ifPresent(part -> {
            turn.record(contact, new AssignmentEvent.Withdrawn(part.agent(), reason), ROUTING);
            tell(turn, contact, session -> session.withdraw(part.agent()));
            state.agent(part.agent()).ifPresent(agent -> {
                agent.release(contact.id(), turn.now());
                agentChanged(turn, agent);
            });
        });
        state.matching().contactGone(place(contact));
        looks.remove(contact.id());
        around.placesChanged();
    }

    static ContactId place(LiveInteraction contact) {
        return new ContactId(contact.id().value());
    }

    /** Who declined it a moment ago, and who still wraps it up: his part must end before another begins. */
    private Waiting waiting(LiveInteraction contact, Standing standing, Instant now) {
        Set<AgentId> barred = contact.parts().stream()
                .filter(part -> part.held() || (contact.only().isEmpty() && barredLately(contact, part, now)))
                .map(LivePart::agent)
                .collect(Collectors.toSet());
        return new Waiting(
                place(contact),
                contact.queue(),
                contact.contact().kind(),
                standing.needs(),
                contact.priority(),
                contact.queuedAt().orElse(now),
                standing.only(),
                barred,
                standing.dueSince());
    }

    /** Who does not answer is barred where he may stay ready. */
    private boolean barredLately(LiveInteraction contact, LivePart part, Instant now) {
        boolean missed = !noAnswer(contact).notReady(1)
                && part.end().filter(Assignment.End.TIMED_OUT::equals).isPresent();
        return (missed
                        || part.wasUnreachable()
                        || part.end().filter(Assignment.End.DECLINED::equals).isPresent())
                && part.endedAt().filter(at -> at.plus(BARRED_FOR).isAfter(now)).isPresent();
    }
}
