// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.replay;

import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.event.PresenceEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.journal.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers from the journal what came and who was there. Used by one thread. */
final class Past {
    private final Map<InteractionId, Episode> episodes = new LinkedHashMap<>();
    private final Map<AgentId, List<Story.Shift>> shifts = new HashMap<>();
    private final Map<AgentId, Instant> ready = new HashMap<>();

    /** What the journal says of one contact so far. */
    static final class Episode {
        Optional<InteractionEvent.Arrived> arrived = Optional.empty();
        Optional<InteractionEvent.Queued> queued = Optional.empty();
        Instant since = Instant.EPOCH;
        int credit;
        Optional<AgentId> agent = Optional.empty();
        Instant answeredAt = Instant.EPOCH;
        Optional<Instant> endedAt = Optional.empty();
        Optional<Instant> closedAt = Optional.empty();
    }

    void take(JournalEntry entry) {
        CoreEvents.read(entry).ifPresent(event -> {
            if (event instanceof PresenceEvent.Changed changed) {
                presence(changed, entry.at());
            } else {
                entry.interaction().ifPresent(id -> episode(id, event, entry.at()));
            }
        });
    }

    private void presence(PresenceEvent.Changed changed, Instant at) {
        Instant since = ready.remove(changed.agent());
        if (since != null) {
            shifts.computeIfAbsent(changed.agent(), agent -> new ArrayList<>()).add(new Story.Shift(since, at));
        }
        if (changed.presence().wire().equals("ready")) {
            ready.put(changed.agent(), at);
        }
    }

    private void episode(InteractionId id, CoreEvent event, Instant at) {
        if (event instanceof InteractionEvent.Arrived arrived) {
            Episode episode = new Episode();
            episode.arrived = Optional.of(arrived);
            episodes.put(id, episode);
        }
        Episode episode = episodes.get(id);
        if (episode != null) {
            goesOn(episode, event, at);
        }
    }

    private static void goesOn(Episode episode, CoreEvent event, Instant at) {
        if (event instanceof InteractionEvent.Queued queued && episode.queued.isEmpty()) {
            episode.queued = Optional.of(queued);
            episode.since = queued.since().orElse(at);
        } else if (event instanceof InteractionEvent.Favoured favoured) {
            episode.credit += favoured.credit();
        } else if (event instanceof AssignmentEvent.Accepted accepted && episode.agent.isEmpty()) {
            episode.agent = Optional.of(accepted.agent());
            episode.answeredAt = at;
        } else if (event instanceof AssignmentEvent.Ended ended
                && episode.agent.equals(Optional.of(ended.agent()))
                && episode.endedAt.isEmpty()) {
            episode.endedAt = Optional.of(at);
        } else if (event instanceof InteractionEvent.Closed) {
            episode.closedAt = Optional.of(at);
        }
    }

    /** Those that waited for anybody, in order of their coming. */
    List<Episode> episodes() {
        return episodes.values().stream()
                .filter(one ->
                        one.queued.filter(queued -> queued.agent().isEmpty()).isPresent())
                .toList();
    }

    /** When each agent took contacts; who still does so does it until the end. */
    Map<AgentId, List<Story.Shift>> shifts(Instant end) {
        ready.forEach((agent, since) ->
                shifts.computeIfAbsent(agent, one -> new ArrayList<>()).add(new Story.Shift(since, end)));
        ready.clear();
        return shifts;
    }
}
