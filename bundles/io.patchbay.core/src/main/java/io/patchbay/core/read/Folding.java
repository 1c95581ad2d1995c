// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.read;

import io.patchbay.api.content.ContentVault;
import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.event.PresenceEvent;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.model.Opener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds interactions from their journal lines: the same fold as the slot's. */
public final class Folding {
    private final ContentVault vault;
    private final Map<InteractionId, LiveInteraction> interactions = new LinkedHashMap<>();

    public Folding(ContentVault vault) {
        this.vault = vault;
    }

    /** Takes lines in; those of other bundles and of presence are passed over. */
    public Folding take(List<JournalEntry> entries) {
        entries.forEach(this::take);
        return this;
    }

    private void take(JournalEntry entry) {
        if (entry.interaction().isEmpty()) {
            return;
        }
        Optional<CoreEvent> event = CoreEvents.read(entry).filter(e -> !(e instanceof PresenceEvent));
        if (event.isEmpty()) {
            return;
        }
        InteractionId id = entry.interaction().get();
        Opener opener = Opener.of(entry, vault);
        if (event.get() instanceof InteractionEvent.Arrived arrived) {
            interactions.put(id, new LiveInteraction(id, entry.unit(), entry.epoch(), arrived, entry.at(), opener));
        } else if (interactions.containsKey(id)) {
            interactions.get(id).apply(event.get(), entry.at(), opener);
        }
    }

    /** What came out, in the order of arrival. */
    public Map<InteractionId, LiveInteraction> interactions() {
        return interactions;
    }
}
