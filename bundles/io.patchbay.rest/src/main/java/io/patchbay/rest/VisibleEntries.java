// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Place;
import io.patchbay.api.access.Reach;
import io.patchbay.api.access.Scope;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.journal.JournalEntry;
import java.util.HashMap;
import java.util.Map;

/** Which lines of the journal a reader sees: where his right is limited, those of contacts within the limits. */
final class VisibleEntries {
    private final Interactions interactions;
    private final Scope scope;
    private final boolean limited;
    private final Map<InteractionId, Boolean> known = new HashMap<>();

    VisibleEntries(Interactions interactions, Scope scope) {
        this.interactions = interactions;
        this.scope = scope;
        limited = scope.reaching(Permissions.JOURNAL).stream().anyMatch(VisibleEntries::limits);
    }

    private static boolean limits(Reach reach) {
        return !reach.queues().isEmpty() || !reach.channels().isEmpty();
    }

    boolean sees(JournalEntry entry) {
        return (limited && entry.interaction().isPresent())
                ? known.computeIfAbsent(entry.interaction().get(), this::seesContact)
                : scope.may(Permissions.JOURNAL, Place.of(entry.unit()));
    }

    private boolean seesContact(InteractionId id) {
        return interactions
                .find(Scope.system(), id)
                .map(Interaction::place)
                .filter(place -> scope.may(Permissions.JOURNAL, place))
                .isPresent();
    }
}
