// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.figure;

import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.measure.Meter;
import io.patchbay.api.measure.MeterSource;
import io.patchbay.api.measure.Readings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What came and went since the start, counted from the journal. */
public final class ContactFigures implements MeterSource {
    private static final Meter ARRIVED = Meter.counter(
            "patchbay_interactions_arrived_total", "Contacts that were journalled", "channel", "direction");
    private static final Meter CLOSED =
            Meter.counter("patchbay_interactions_closed_total", "Contacts that are over, by outcome", "outcome");
    private static final Meter MESSAGES = Meter.counter(
            "patchbay_messages_total", "Messages by what happened to them: received, sent, delivered, failed", "event");
    private static final Meter OFFERS = Meter.counter(
            "patchbay_offers_total",
            "Offers to agents by what came of them: offered, accepted, declined, timedOut",
            "event");
    private static final Meter ENTRIES =
            Meter.counter("patchbay_journal_entries_total", "Journal entries by the first word of their type", "type");

    private final Map<Meter, Map<List<String>, LongAdder>> counts = new ConcurrentHashMap<>();

    /** Takes entries in order, on the journal's thread for this follower. */
    public void take(List<JournalEntry> entries) {
        entries.forEach(this::take);
    }

    private void take(JournalEntry entry) {
        int dot = entry.type().indexOf('.');
        String family = dot < 0 ? entry.type() : entry.type().substring(0, dot);
        String event = entry.type().substring(dot + 1);
        count(ENTRIES, family);
        switch (entry.type()) {
            case "interaction.arrived" -> count(ARRIVED, text(entry, "channel"), text(entry, "direction"));
            case "interaction.closed" -> count(CLOSED, text(entry, "outcome"));
            case "message.received", "message.sent", "message.delivered", "message.failed" -> count(MESSAGES, event);
            case "assignment.offered", "assignment.accepted", "assignment.declined", "assignment.timedOut" -> count(
                    OFFERS, event);
            default -> {} // the journal is an open line: other types are only counted as entries
        }
    }

    private static String text(JournalEntry entry, String field) {
        return String.valueOf(entry.body().getOrDefault(field, "unknown"));
    }

    private void count(Meter meter, String... tags) {
        counts.computeIfAbsent(meter, key -> new ConcurrentHashMap<>())
                .computeIfAbsent(List.of(tags), key -> new LongAdder())
                .increment();
    }

    @Override
    public List<Meter> meters() {
        return List.of(ARRIVED, CLOSED, MESSAGES, OFFERS, ENTRIES);
    }

    @Override
    public void measure(Readings readings) {
        counts.forEach((meter, series) ->
                series.forEach((tags, count) -> readings.value(meter, count.sum(), tags.toArray(String[]::new))));
    }
}
