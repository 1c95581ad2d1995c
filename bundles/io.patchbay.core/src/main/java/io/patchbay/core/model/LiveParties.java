// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.model;

import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.event.ParticipantEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.interaction.Participant;
import io.patchbay.api.interaction.Participant.Manner;
import io.patchbay.api.interaction.Participant.Role;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is in one contact while an agent has it, as its events build it. Owned by the interaction's slot. */
public final class LiveParties {
    /** Causes that are told to who called. */
    private static final Set<String> TOLD =
            Set.of("busy", "declined", "no-answer", "unreachable", "wrong-number", "no-line", "not-recorded");

    private final Map<PartyId, Party> all = new LinkedHashMap<>();
    private Optional<AgentDesk.Missed> missed = Optional.empty();
    private int outsiders;
    private boolean met;

    private static final class Party {
        private Participant now;
        private Manner wanted;
        private String note = "";

        private Party(Participant now, Manner wanted) {
            this.now = now;
            this.wanted = wanted;
        }
    }

    /** An agent has it: customer, if there is one, and agent talk; whoever else is there stays. */
    void connected(InteractionEvent.Connected event, Instant at, boolean customer) {
        if (customer) {
            add(PartyId.CUSTOMER, Role.CUSTOMER, Manner.TALKING, Optional.empty(), at);
        }
        all.remove(PartyId.of(event.agent()));
        add(PartyId.of(event.agent()), Role.AGENT, Manner.TALKING, Optional.empty(), at);
    }

    private void add(PartyId id, Role role, Manner manner, Optional<AgentId> by, Instant at) {
        all.put(id, new Party(new Participant(id, role, manner, false, by, at), manner));
    }

    void apply(ParticipantEvent event, Instant at, Opener opener) {
        if (event instanceof ParticipantEvent.Joined joined) {
            join(joined, at, opener);
        } else if (event instanceof ParticipantEvent.Changed changed) {
            Party party = all.get(changed.party());
            if (party != null) {
                Participant before = party.now;
                Instant since = before.manner() == changed.manner() ? before.since() : at;
                party.now = new Participant(
                        before.id(), before.role(), changed.manner(), changed.muted(), before.by(), since);
                party.wanted = changed.manner();
                met |= before.role() == Role.COLLEAGUE && changed.manner() == Manner.TALKING;
            }
        } else {
            left((ParticipantEvent.Left) event);
        }
    }

    private void left(ParticipantEvent.Left event) {
        Party party = all.remove(event.party());
        if (party != null
                && party.now.role() != Role.SUPERVISOR
                && party.now.manner() == Manner.RINGING
                && !event.cause().equals("released")
                && !event.cause().equals("ended")) {
            missed = Optional.of(new AgentDesk.Missed(event.party(), event.cause()));
        }
    }

    /** The customer whom the agent called did not come; who gave up himself knows why. */
    void notReached(String cause) {
        missed = TOLD.contains(cause) ? Optional.of(new AgentDesk.Missed(PartyId.CUSTOMER, cause)) : Optional.empty();
    }

    private void join(ParticipantEvent.Joined event, Instant at, Opener opener) {
        if (!all.containsKey(event.party())) { // a supervisor says anew why he is there
            add(event.party(), event.role(), Manner.RINGING, event.by(), at);
        }
        missed = Optional.empty();
        Party party = all.get(event.party());
        party.wanted = event.manner();
        party.note = event.note().flatMap(opener::open).orElse("");
        outsiders += event.role() == Role.EXTERNAL ? 1 : 0;
    }

    /** An agent's part with the remote side is over. */
    void left(AgentId agent) {
        all.computeIfPresent(PartyId.of(agent), (id, party) -> party.now.role() == Role.AGENT ? null : party);
    }

    void clear() {
        all.clear();
    }

    /** Everybody, the customer first. */
    public List<Participant> all() {
        return all.values().stream().map(party -> party.now).toList();
    }

    public Optional<Participant> of(PartyId id) {
        return Optional.ofNullable(all.get(id)).map(party -> party.now);
    }

    /** How somebody who still rings will be there. */
    public Manner wanted(PartyId id) {
        return all.get(id).wanted;
    }

    /** What he was told before he answered. */
    public String note(PartyId id) {
        return all.get(id).note;
    }

    /** Who was asked in: neither the customer nor his agent. */
    public List<Participant> guests() {
        return all().stream()
                .filter(one -> one.role() != Role.CUSTOMER && one.role() != Role.AGENT)
                .toList();
    }

    /** Who was called in last, if he did not come. */
    public Optional<AgentDesk.Missed> missed() {
        return missed;
    }

    /** Guests who are there to speak with: colleagues and outsiders. */
    public List<Participant> consulted() {
        return guests().stream().filter(one -> one.role() != Role.SUPERVISOR).toList();
    }

    /** Whether a colleague who was called came. */
    public boolean met() {
        return met;
    }

    /** Whether somebody outside has the customer now, though no agent of ours does. */
    public boolean outside() {
        return all().stream().anyMatch(one -> one.role() == Role.EXTERNAL && one.manner() == Manner.TALKING);
    }

    /** The next outsider's id. */
    public PartyId outsider() {
        return PartyId.outside(outsiders + 1);
    }
}
