// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.InteractionState;
import io.patchbay.api.journal.JournalEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plays acts on a centre and looks at its journal and its desks after each. */
final class SlotPlay {
    /** What can happen. */
    enum Kind {
        ARRIVE,
        ARRIVE_MORE,
        LEAVE,
        ACCEPT,
        ACCEPT_MORE,
        DECLINE,
        COMPLETE,
        COMPLETE_MORE,
        TRANSFER,
        READY,
        NOT_READY,
        PASS,
        PASS_MORE,
        CRASH
    }

    /** One of it, and a number that chooses among what is there. */
    record Act(Kind kind, int number) {}

    private record Desk(String agent, InteractionId contact) {}

    private static final List<String> AGENTS = List.of("alice", "bob", "carol", "david");
    private static final List<String> QUEUES = List.of("service", "loans", "complaints", "vip");
    private static final int MOST_OPEN = 20;
    private static final int DRAIN_ROUNDS = 400;

    private final HandMovedCentre centre = new HandMovedCentre("slack-first");
    private final Set<InteractionId> closed = new HashSet<>();
    private final Map<InteractionId, AgentId> offered = new HashMap<>();
    private final Set<InteractionId> arrived = new LinkedHashSet<>();
    private int read;

    private SlotPlay() {
        AGENTS.forEach(centre::ready);
    }

    /** What went wrong, if anything did. */
    static Optional<String> of(List<Act> acts) {
        SlotPlay play = new SlotPlay();
        try {
            for (Act act : acts) {
                play.happens(act);
                play.look();
            }
            play.drain();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void happens(Act act) {
        int number = act.number();
        switch (act.kind()) {
            case ARRIVE, ARRIVE_MORE -> arrive(number);
            case LEAVE -> pick(open(), number).ifPresent(centre::leaves);
            case ACCEPT, ACCEPT_MORE -> pick(offers(), number)
                    .ifPresent(one -> must(one, new InteractionCommand.AcceptAssignment(one.contact())));
            case DECLINE -> pick(offers(), number)
                    .ifPresent(one -> must(one, new InteractionCommand.DeclineAssignment(one.contact())));
            case COMPLETE, COMPLETE_MORE -> pick(work(), number).ifPresent(this::complete);
            case TRANSFER -> pick(work(), number).ifPresent(one -> transfer(one, number));
            case READY -> centre.ready(AGENTS.get(number % AGENTS.size()));
            case NOT_READY -> centre.presence(AGENTS.get(number % AGENTS.size()), new Presence.NotReady("break"));
            case PASS, PASS_MORE -> centre.pass(Duration.ofSeconds(number % 25));
            case CRASH -> crash();
        }
    }

    private void arrive(int number) {
        if (open().size() < MOST_OPEN) {
            WorkKind kind = number % 3 == 0 ? HandMovedCentre.CALL : HandMovedCentre.CHAT;
            arrived.add(centre.arrives(QUEUES.get(number % QUEUES.size()), kind));
        }
    }

    private void complete(Desk one) {
        if (centre.contacts.get(one.contact()).state() != InteractionState.WRAPUP) {
            centre.leaves(one.contact());
        }
        centre.does(one.agent(), new InteractionCommand.CompleteAssignment(one.contact(), Optional.empty(), ""));
    }

    private void transfer(Desk one, int number) {
        QueueId queue = new QueueId(QUEUES.get(number % QUEUES.size()));
        centre.does(
                one.agent(),
                new InteractionCommand.TransferInteraction(
                        one.contact(), new InteractionCommand.Target.ToQueue(queue)));
    }

    /** What waited waits where it did, since when it did. */
    private void crash() {
        Map<InteractionId, Interaction> before = new HashMap<>(centre.contacts);
        centre.crash();
        for (InteractionId id : open()) {
            Interaction was = before.get(id);
            Interaction is = centre.contacts.get(id);
            hold(was.placement().queue().equals(is.placement().queue()), "it came back in another queue", id);
            hold(
                    was.state() != InteractionState.WAITING
                            || is.times().queuedAt().equals(was.times().queuedAt()),
                    "it lost its place",
                    id);
        }
    }

    private void must(Desk one, InteractionCommand command) {
        CommandResult result = centre.does(one.agent(), command);
        hold(result instanceof CommandResult.Done, "what rings was refused: " + result, one.contact());
    }

    private List<InteractionId> open() {
        return arrived.stream().filter(id -> !closed.contains(id)).toList();
    }

    private List<Desk> offers() {
        List<Desk> all = new ArrayList<>();
        AGENTS.forEach(agent -> desk(agent)
                .ifPresent(desk -> desk.offers().forEach(one -> all.add(new Desk(agent, one.interaction())))));
        return all;
    }

    private List<Desk> work() {
        List<Desk> all = new ArrayList<>();
        AGENTS.forEach(agent -> desk(agent)
                .ifPresent(desk -> desk.assignments().forEach(one -> all.add(new Desk(agent, one.interaction())))));
        return all;
    }

    private Optional<AgentDesk> desk(String agent) {
        return Optional.ofNullable(centre.desks.get(new AgentId(agent)));
    }

    private static <T> Optional<T> pick(List<T> from, int number) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.get(number % from.size()));
    }

    private static void hold(boolean holds, String what, InteractionId contact) {
        if (!holds) {
            throw new IllegalStateException(what + ": " + contact);
        }
    }

    /** The new entries one by one; then who has what. */
    private void look() {
        for (; read < centre.journal.size(); read++) {
            JournalEntry entry = centre.journal.get(read);
            entry.interaction().ifPresent(id -> CoreEvents.read(entry).ifPresent(event -> check(id, event)));
        }
        Set<InteractionId> held = new HashSet<>();
        for (String agent : AGENTS) {
            desk(agent).ifPresent(desk -> {
                desk.state()
                        .load()
                        .capacity()
                        .forEach((kind, most) -> hold(
                                desk.state().load().of(kind) <= most,
                                agent + " has more than he can of " + kind,
                                null));
                desk.offers().forEach(one -> hold(held.add(one.interaction()), "it rings twice", one.interaction()));
                desk.assignments().stream()
                        .filter(one -> one.phase() == AgentDesk.Phase.ACTIVE)
                        .forEach(one -> hold(held.add(one.interaction()), "two have it", one.interaction()));
            });
        }
    }

    private void check(InteractionId id, CoreEvent event) {
        hold(!closed.contains(id) || !(event instanceof InteractionEvent.Closed), "it was closed twice", id);
        if (event instanceof AssignmentEvent.Offered offer) {
            hold(!closed.contains(id), "it was offered after its end", id);
            hold(offered.put(id, offer.agent()) == null, "it was offered twice", id);
        } else if (event instanceof AssignmentEvent.Accepted accepted) {
            hold(accepted.agent().equals(offered.remove(id)), "another took it than had the offer", id);
        } else if (event instanceof AssignmentEvent.Declined
                || event instanceof AssignmentEvent.TimedOut
                || event instanceof AssignmentEvent.Withdrawn) {
            hold(offered.remove(id) != null, "there was no offer to end", id);
        } else if (event instanceof InteractionEvent.Closed) {
            hold(!offered.containsKey(id), "it was closed while it rang", id);
            closed.add(id);
        }
    }

    /** Everybody works until nothing is left. */
    private void drain() {
        for (int round = 0; round < DRAIN_ROUNDS && !open().isEmpty(); round++) {
            AGENTS.forEach(centre::ready);
            offers().forEach(one -> must(one, new InteractionCommand.AcceptAssignment(one.contact())));
            work().forEach(this::complete);
            centre.pass(Duration.ofSeconds(31));
            look();
        }
        open().forEach(id ->
                hold(false, "it was never served, " + centre.contacts.get(id) + " with " + centre.desks.values(), id));
    }
}
