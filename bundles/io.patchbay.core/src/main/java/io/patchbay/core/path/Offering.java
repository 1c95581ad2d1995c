// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.agent.Presence;
import io.patchbay.api.command.Actor;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.event.PresenceEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.queue.QueueSettings;
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

    private static final Actor ROUTING = new Actor.Part("routing");

    private final SlotState state;
    private final Surroundings around;

    Offering(SlotState state, Surroundings around) {
        this.state = state;
        this.around = around;
    }

    /** A contact waits, newly or again: somebody free may take it at once. */
    void contactWaits(Turn turn, LiveInteraction contact) {
        state.matching().contactWaits(waiting(contact, turn.now()));
        around.placesChanged();
        state.matching().forContact(place(contact), turn.now()).ifPresent(match -> offer(turn, match));
    }

    /** An agent's room or skills changed: he may take what waits. */
    void agentChanged(Turn turn, LiveAgent agent) {
        turn.touch(agent);
        Optional<Matching.Match> match = refresh(agent, turn.now());
        while (match.isPresent()) {
            offer(turn, match.get());
            match = refresh(agent, turn.now());
        }
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
        turn.record(contact, new AssignmentEvent.Offered(agent.agent(), expiresAt, match.reason()), ROUTING);
        agent.take(contact);
        turn.touch(agent);
        state.matching().contactGone(match.contact());
        state.matching().agentChanged(agent.agent(), agent.room());
        tell(turn, contact, session -> session.offer(agent.agent(), expiresAt));
        timeOutLater(contact.id(), agent.agent(), ring, expiresAt);
    }

    /** By their ids: the timer should not keep a contact in memory that was over long before. */
    private void timeOutLater(InteractionId contact, AgentId agent, Duration ring, Instant expiresAt) {
        around.later(ring, turn -> timeOut(turn, contact, agent, expiresAt));
    }

    /** Step 7: the agent takes it, the remote side is told. */
    void accept(Turn turn, LiveInteraction contact, LiveAgent agent, Actor actor) {
        turn.record(contact, new AssignmentEvent.Accepted(agent.agent()), actor);
        turn.record(contact, new InteractionEvent.Connected(agent.agent()), actor);
        turn.touch(agent);
        around.accepted(contact, turn.now());
        around.placesChanged();
        String name = agent.person().name();
        tell(turn, contact, session -> session.connect(agent.agent(), name));
    }

    private void tell(Turn turn, LiveInteraction contact, Consumer<ChannelSession> news) {
        turn.after(() -> state.session(contact.id()).ifPresent(news));
    }

    /** He sends it back: he stays ready, it keeps its place and is not his for 30 s. */
    void decline(Turn turn, LiveInteraction contact, LiveAgent agent, Actor actor) {
        turn.record(contact, new AssignmentEvent.Declined(agent.agent()), actor);
        tell(turn, contact, session -> session.withdraw(agent.agent()));
        agent.release(contact.id(), turn.now());
        contactWaits(turn, contact);
        agentChanged(turn, agent);
        unbarLater(contact);
    }

    /** His device cannot be rung: it keeps its place and is not his for 30 s, whatever the channel says of him. */
    void unreachable(Turn turn, LiveInteraction contact, String reason) {
        withdraw(turn, contact, LiveInteraction.DEVICE + reason);
        contactWaits(turn, contact);
        unbarLater(contact);
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
        }
        turn.record(contact, new AssignmentEvent.TimedOut(who), ROUTING);
        tell(turn, contact, session -> session.withdraw(who));
        agent.release(id, turn.now());
        if (agent.ready()) {
            turn.record(
                    agent, new PresenceEvent.Changed(who, new Presence.NotReady(Presence.NotReady.NO_ANSWER)), ROUTING);
        }
        agentChanged(turn, agent);
        contactWaits(turn, contact);
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
        around.placesChanged();
    }

    static ContactId place(LiveInteraction contact) {
        return new ContactId(contact.id().value());
    }

    private Waiting waiting(LiveInteraction contact, Instant now) {
        Set<AgentId> barred = contact.parts().stream()
                .filter(part -> barredLately(part, now))
                .map(LivePart::agent)
                .filter(agent -> contact.only().isEmpty())
                .collect(Collectors.toSet());
        return new Waiting(
                place(contact),
                contact.queue(),
                contact.contact().kind(),
                around.queue(contact.queue()).map(QueueSettings::needs).orElse(Map.of()),
                contact.priority(),
                contact.queuedAt().orElse(now),
                contact.only(),
                barred);
    }

    private static boolean barredLately(LivePart part, Instant now) {
        return (part.wasUnreachable()
                        || part.end().filter(Assignment.End.DECLINED::equals).isPresent())
                && part.endedAt().filter(at -> at.plus(BARRED_FOR).isAfter(now)).isPresent();
    }
}
