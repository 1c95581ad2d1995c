// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.model;

import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.people.Person;
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
    private final AgentId agent;
    private final Map<InteractionId, LiveInteraction> desk = new LinkedHashMap<>();
    private final Set<String> windows = new HashSet<>();
    private Person person;
    private Presence presence = new Presence.LoggedOut();
    private Instant since;
    private Instant idleSince;
    private Set<WorkKind> unreachable = Set.of();

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

    public void presence(Presence changed, Instant at) {
        presence = changed;
        since = at;
        if (ready()) {
            idleSince = at;
        }
    }

    /** A contact lies on his desk from its offer to the end of its wrap-up. */
    public void take(LiveInteraction interaction) {
        desk.put(interaction.id(), interaction);
    }

    /** It is his no more. An agent who has given something away counts as idle from then on. */
    public void release(InteractionId interaction, Instant at) {
        if (desk.remove(interaction) != null) {
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

    public void windowOpened(String window) {
        windows.add(window);
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
        load.capacity().forEach((kind, most) -> {
            if (load.of(kind) < most && !unreachable.contains(kind)) {
                open.add(kind);
            }
        });
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(new FreeAgent(agent, person.work().skills(), open, desk.size(), idleSince));
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
        return new AgentState.Load(reserved, active, wrapUp, person.work().capacity());
    }

    public AgentState state() {
        return new AgentState(
                agent, person.name(), person.unit(), presence, since, Optional.empty(), load(), unreachable);
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
                            contact.id(), phase(part), part.phaseSince(), part.wrapUpEndsAt()));
                }
            });
        }
        return new AgentDesk(state(), offers, assignments);
    }

    private static AgentDesk.Phase phase(LivePart part) {
        return part.inWrapUp()
                ? AgentDesk.Phase.WRAP_UP
                : part.parked() ? AgentDesk.Phase.PARKED : AgentDesk.Phase.ACTIVE;
    }
}
