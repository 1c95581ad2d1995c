// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.records;

import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.ParticipantEvent;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.interaction.Participant.Manner;
import io.patchbay.api.journal.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When somebody besides the agent was to be heard in a call, and when a party was on hold. */
final class Spans {
    /**
     * A stretch.
     *
     * @param party who
     * @param manner how he was there: {@code TALKING}, {@code LISTENING}, {@code WHISPERING} or {@code HELD}
     * @param from when it began
     * @param to when it ended
     */
    record Span(PartyId party, Manner manner, Instant from, Instant to) {}

    private record Open(Manner manner, Instant from) {}

    private final Map<PartyId, Open> open = new HashMap<>();
    private final List<Span> spans = new ArrayList<>();

    private Spans() {}

    /** Those of a contact, in the order of their beginnings; what has not ended ends at {@code end}. */
    static List<Span> of(List<JournalEntry> entries, Instant end) {
        Spans all = new Spans();
        for (JournalEntry entry : entries) {
            if (CoreEvents.read(entry).orElse(null) instanceof ParticipantEvent event) {
                all.take(event, entry.at());
            }
        }
        List.copyOf(all.open.keySet()).forEach(party -> all.close(party, end));
        return all.spans.stream().sorted(Comparator.comparing(Span::from)).toList();
    }

    private void take(ParticipantEvent event, Instant at) {
        close(event.party(), at);
        if (event instanceof ParticipantEvent.Joined joined) {
            begin(joined.party(), joined.manner(), at, false);
        } else if (event instanceof ParticipantEvent.Changed changed) {
            begin(changed.party(), changed.manner(), at, changed.party().equals(PartyId.CUSTOMER));
        }
    }

    /** A customer who talks is the rule, not worth a line. */
    private void begin(PartyId party, Manner manner, Instant at, boolean customer) {
        if (manner != Manner.RINGING && !(customer && manner != Manner.HELD)) {
            open.put(party, new Open(manner, at));
        }
    }

    private void close(PartyId party, Instant at) {
        Open began = open.remove(party);
        if (began != null && began.from().isBefore(at)) {
            spans.add(new Span(party, began.manner(), began.from(), at));
        }
    }
}
