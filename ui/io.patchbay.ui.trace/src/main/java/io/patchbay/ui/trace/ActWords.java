// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.trace;

import io.patchbay.api.journal.JournalEntry;
import io.patchbay.spi.event.EventType;
import io.patchbay.trace.api.TraceLine;
import io.patchbay.ui.kit.text.CoreEventWords;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.Optional;
import java.util.TreeSet;

/** An act as a sentence, in the words of the bundle that wrote it. */
final class ActWords {
    private final Sources sources;
    private final ViewContext context;
    private final CoreEventWords core;

    ActWords(Sources sources, ViewContext context) {
        this.sources = sources;
        this.context = context;
        core = new CoreEventWords(
                context.locale(), agent -> sources.name(context.scope(), agent.value()), queue -> queue.value());
    }

    /** A line with its entry read from the journal; waits for the database. */
    record Told(TraceLine line, Optional<JournalEntry> entry, String sentence) {}

    Told told(TraceLine line) {
        Optional<JournalEntry> entry = sources.trace().entry(context.scope(), line.seq());
        return new Told(line, entry, entry.map(this::sentence).orElse(line.type()));
    }

    String sentence(JournalEntry entry) {
        return foreign(entry.type())
                .map(type -> type.words(type.upcast(entry), context.locale()))
                .or(() -> core.line(entry).map(line -> (line.title() + " " + line.detail()).strip()))
                .orElse(entry.type());
    }

    private Optional<EventType> foreign(String type) {
        return sources.declarations().stream()
                .flatMap(declared -> declared.events().stream())
                .filter(one -> one.type().equals(type))
                .findFirst();
    }

    /** The families of what bundles declare, to filter by. */
    java.util.SortedSet<String> families() {
        TreeSet<String> families = new TreeSet<>();
        sources.declarations().stream()
                .flatMap(declared -> declared.events().stream())
                .map(EventType::type)
                .map(type -> type.substring(0, Math.max(type.indexOf('.'), 0)))
                .filter(family -> !family.isEmpty())
                .forEach(families::add);
        return families;
    }
}
