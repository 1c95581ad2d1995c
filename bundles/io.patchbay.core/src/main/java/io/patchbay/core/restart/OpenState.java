// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.restart;

import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.event.PresenceEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.journal.JournalEntry;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows the journal just far enough to know what is open: the snapshot before, moved on entry by entry. */
final class OpenState {
    private final Set<InteractionId> open;
    private final Map<AgentId, Snapshot.Stand> agents;
    private final Map<String, Integer> numbers;
    private long seq;

    OpenState(Snapshot from) {
        this.seq = from.seq();
        this.open = new LinkedHashSet<>(from.open());
        this.agents = new HashMap<>(from.agents());
        this.numbers = new HashMap<>(from.numbers());
    }

    synchronized void take(List<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            seq = entry.seq();
            if (entry.type().startsWith("interaction.") || entry.type().startsWith("presence.")) {
                CoreEvents.read(entry).ifPresent(event -> take(entry, event));
            }
        }
    }

    private void take(JournalEntry entry, CoreEvent event) {
        if (event instanceof InteractionEvent.Arrived arrived) {
            open.add(entry.interaction().orElseThrow());
            int dash = arrived.number().indexOf('-');
            numbers.merge(
                    arrived.number().substring(0, dash),
                    Integer.valueOf(arrived.number().substring(dash + 1)),
                    Math::max);
            String newest = numbers.keySet().stream().max(String::compareTo).orElseThrow();
            numbers.keySet().removeIf(day -> numbers.size() > 3 && !day.equals(newest));
        } else if (event instanceof InteractionEvent.Closed) {
            open.remove(entry.interaction().orElseThrow());
        } else if (event instanceof PresenceEvent.Changed changed) {
            agents.put(changed.agent(), new Snapshot.Stand(changed.presence(), entry.at()));
        }
    }

    synchronized Snapshot snapshot() {
        return new Snapshot(seq, new LinkedHashSet<>(open), new HashMap<>(agents), new HashMap<>(numbers));
    }

    synchronized long seq() {
        return seq;
    }
}
