// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.model;

import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Participant;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.Why;
import io.patchbay.api.queue.WorkMatrix;
import io.patchbay.spi.routing.FreeAgent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One agent at work: presence, windows and the parts on his desk. Owned by his slot. */
public final class LiveAgent {
    private static final Presence LEAVING = new Presence.NotReady(Presence.NotReady.LEAVING);

    private final AgentId agent;
    private final Map<InteractionId, LiveInteraction> desk = new LinkedHashMap<>();
    private final Map<InteractionId, AgentDesk.Participation> guest = new LinkedHashMap<>();
    private final Set<String> windows = new HashSet<>();
    private Person person;
    private Presence presence = new Presence.LoggedOut();
    private Instant since;
    private Optional<AgentState.SetBy> setBy = Optional.empty();
    private Optional<AgentDesk.Taken> taken = Optional.empty();
    private Optional<AgentDesk.Missed> notReached = Optional.empty();
    private int missed;
    private Instant idleSince;
    private Set<WorkKind> unreachable = Set.of();
    private WorkMatrix matrix = WorkMatrix.USUAL;

    public LiveAgent(AgentId agent, Person person, Instant now) {
        this.agent = agent;
        this.person = person;
        this.since = now;
        this.idleSince = now;
    }

    public AgentId agent() {
        return agent;
    }

    public Person person() {
        return person;
    }

    public Presence presence() {
        return presence;
    }

    public boolean ready() {
        return presence instanceof Presence.Ready;
    }

    /** His skills, name or capacity were changed. */
    public void profile(Person changed) {
        person = changed;
    }

    /** Kinds of work whose device does not reach him now; whether that is news. */
    public boolean unreachable(Set<WorkKind> kinds) {
        boolean news = !unreachable.equals(kinds);
        unreachable = Set.copyOf(kinds);
        return news;
    }

    /** Whether he is to be signed out, and has nothing left to do. */
    public boolean left() {
        return LEAVING.equals(presence) && dueWork() == 0;
    }

    /** His presence from now on. */
    public void presence(Presence changed, Instant at) {
        presence(changed, at, Optional.empty());
    }

    /** His presence from now on; {@code by} tells the supervisor who set it. */
    public void presence(Presence changed, Instant at, Optional<AgentState.SetBy> by) {
        presence = changed;
        setBy = by;
        since = at;
        if (ready()) {
            idleSince = at;
        }
    }

    /** A contact lies on his desk from its offer to the end of its wrap-up. */
    public void take(LiveInteraction interaction) {
        taken = Optional.empty();
        notReached = Optional.empty();
        desk.put(interaction.id(), interaction);
    }

    /** It is his no more. An agent who has given something away counts as idle from then on. */
    public void release(InteractionId interaction, Instant at) {
        if (desk.remove(interaction) != null) {
            idleSince = at;
        }
    }

    /** Somebody else took what rang at his desk. */
    public void lost(AgentDesk.Taken call, Instant at) {
        release(call.interaction(), at);
        taken = Optional.of(call);
    }

    /** The colleague whom he called did not come. */
    public void notReached(AgentDesk.Missed colleague) {
        notReached = Optional.of(colleague);
    }

    /** He is asked into a colleague's call, or is in it. */
    public void visits(AgentDesk.Participation as) {
        guest.put(as.interaction(), as);
    }

    /** He is a colleague's guest no more. */
    public void visited(InteractionId interaction, Instant at) {
        if (guest.remove(interaction) != null) {
            idleSince = at;
        }
    }

    /** What he must finish before he leaves; what he laid aside waits for the customer, with or without him. */
    public int dueWork() {
        return (int) desk.values().stream()
                .filter(contact -> contact.lastOpenPart(agent)
                        .filter(part -> !part.parked())
                        .isPresent())
                .count();
    }

    /** Whether he speaks with somebody, so that losing his windows must not take him away. */
    public boolean inCall() {
        return desk.values().stream()
                .anyMatch(contact -> contact.contact().kind().value().equals("call")
                        && contact.lastOpenPart(agent).filter(LivePart::engaged).isPresent());
    }

    /** Whether a call rings or is talked at his phone; one he wraps up is over. */
    public boolean onThePhone() {
        return onThePhone(load());
    }

    /** As {@link #onThePhone()}, of somebody as published. */
    public static boolean onThePhone(AgentState.Load load) {
        return load.reserved().getOrDefault(LiveInteraction.CALL, 0)
                        + load.active().getOrDefault(LiveInteraction.CALL, 0)
                > 0;
    }

    /** Whether a kind of work does not reach him. */
    public boolean unreachableFor(WorkKind kind) {
        return unreachable.contains(kind);
    }

    public void windowOpened(String window) {
        windows.add(window);
    }

    /** An offer rang out; how many did in a row. */
    public int missed() {
        return ++missed;
    }

    /** He took one. */
    public void answered() {
        missed = 0;
    }

    /** Whether this was the last one. */
    public boolean windowClosed(String window) {
        return windows.remove(window) && windows.isEmpty();
    }

    public boolean watched() {
        return !windows.isEmpty();
    }

    /** What he could take now; empty if nothing. */
    public Optional<FreeAgent> room() {
        if (!ready()) {
            return Optional.empty();
        }
        AgentState.Load load = load();
        Set<WorkKind> open = new HashSet<>();
        load.capacity().keySet().forEach(kind -> {
            if (hindrance(kind, load).isEmpty()) {
                open.add(kind);
            }
        });
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(new FreeAgent(agent, person.work().skills(), open, desk.size(), idleSince));
    }

    /** Why he could not take a kind of work now; empty if he could. */
    public Optional<Why.Cause> hindrance(WorkKind kind) {
        return ready() ? hindrance(kind, load()) : Optional.of(Why.Cause.NOT_READY);
    }

    private Optional<Why.Cause> hindrance(WorkKind kind, AgentState.Load load) {
        if (load.of(kind) >= load.capacity().getOrDefault(kind, 0)) {
            return Optional.of(Why.Cause.BUSY);
        } else if (unreachable.contains(kind)) {
            return Optional.of(Why.Cause.UNREACHABLE);
        }
        boolean barred = load.capacity().keySet().stream()
                .filter(doing -> load.of(doing) > 0)
                .anyMatch(doing -> matrix.of(doing, kind) == WorkMatrix.Meeting.NEVER);
        return barred ? Optional.of(Why.Cause.UNINTERRUPTED) : Optional.empty();
    }

    /** What may come beside what he does; from now on. */
    public void matrix(WorkMatrix changed) {
        matrix = changed;
    }

    /** The contacts on his desk that go on, and those that stand still, as the matrix now has it. */
    public Map<LiveInteraction, Boolean> interruptions() {
        Map<LiveInteraction, Boolean> changed = new LinkedHashMap<>();
        for (LiveInteraction contact : desk.values()) {
            contact.lastOpenPart(agent)
                    .filter(part -> part.engaged() && !part.parked())
                    .ifPresent(part -> {
                        boolean still = desk.values().stream().anyMatch(other -> interrupts(other, contact));
                        if (still != part.interrupted()) {
                            changed.put(contact, still);
                        }
                    });
        }
        return changed;
    }

    private boolean interrupts(LiveInteraction urgent, LiveInteraction contact) {
        WorkKind doing = contact.contact().kind();
        WorkKind coming = urgent.contact().kind();
        return matrix.of(doing, coming) == WorkMatrix.Meeting.INTERRUPTS
                && urgent.lastOpenPart(agent)
                        .filter(part -> part.held() && !part.parked())
                        .isPresent();
    }

    private AgentState.Load load() {
        Map<WorkKind, Integer> reserved = new HashMap<>();
        Map<WorkKind, Integer> active = new HashMap<>();
        Map<WorkKind, Integer> wrapUp = new HashMap<>();
        for (LiveInteraction contact : desk.values()) {
            contact.lastOpenPart(agent).filter(part -> !part.parked()).ifPresent(part -> {
                Map<WorkKind, Integer> counts = part.offered() ? reserved : part.inWrapUp() ? wrapUp : active;
                counts.merge(contact.contact().kind(), 1, Integer::sum);
            });
        }
        guest.values().stream()
                .filter(visit -> visit.calls() && !desk.containsKey(visit.interaction()))
                .forEach(visit -> (visit.manner() == Participant.Manner.RINGING ? reserved : active)
                        .merge(LiveInteraction.CALL, 1, Integer::sum));
        return new AgentState.Load(reserved, active, wrapUp, person.work().capacity());
    }

    public AgentState state() {
        Optional<Presence> next = LEAVING.equals(presence) ? Optional.of(new Presence.LoggedOut()) : Optional.empty();
        return new AgentState(
                agent, person.name(), person.unit(), presence, since, setBy, next, load(), unreachable, ringing());
    }

    /** The queue of the call that rings at his phone. */
    private Optional<QueueId> ringing() {
        return desk.values().stream()
                .filter(contact -> contact.queued()
                        && contact.contact().kind().equals(LiveInteraction.CALL)
                        && contact.lastOpenPart(agent).filter(LivePart::offered).isPresent())
                .map(LiveInteraction::queue)
                .findFirst();
    }

    /** The immutable picture that everyone else sees. */
    public AgentDesk view() {
        List<AgentDesk.Offer> offers = new ArrayList<>();
        List<AgentDesk.OpenAssignment> assignments = new ArrayList<>();
        for (LiveInteraction contact : desk.values()) {
            contact.lastOpenPart(agent).ifPresent(part -> {
                if (part.offered()) {
                    offers.add(new AgentDesk.Offer(contact.id(), part.offeredAt(), part.expiresAt()));
                } else {
                    assignments.add(new AgentDesk.OpenAssignment(
                            contact.id(),
                            phase(part),
                            part.phaseSince(),
                            part.wrapUpEndsAt(),
                            part.interrupted(),
                            part.askedSeconds(),
                            contact.parties().missed()));
                }
            });
        }
        return new AgentDesk(state(), offers, assignments, List.copyOf(guest.values()), taken, notReached);
    }

    private static AgentDesk.Phase phase(LivePart part) {
        return part.inWrapUp()
                ? AgentDesk.Phase.WRAP_UP
                : part.parked() ? AgentDesk.Phase.PARKED : AgentDesk.Phase.ACTIVE;
    }
}
