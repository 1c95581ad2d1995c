// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.ParticipantEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.interaction.Participant.Manner;
import io.patchbay.api.interaction.Participant.Role;
import io.patchbay.api.journal.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpansTest {
    private static final Instant BEGAN = Instant.parse("2026-11-20T02:26:08Z");
    private static final PartyId BOB = PartyId.of(new AgentId("bob"));

    private final List<JournalEntry> entries = new ArrayList<>();

    private void happens(int second, ParticipantEvent event) {
        entries.add(new JournalEntry(
                entries.size() + 1L,
                BEGAN.plusSeconds(second),
                CoreEvents.type(event),
                CoreEvents.VERSION,
                Optional.of(InteractionId.at(1)),
                "user:alice",
                new UnitId("headquarters"),
                1,
                CoreEvents.body(event),
                "",
                List.of()));
    }

    private static ParticipantEvent joined(Manner manner) {
        return new ParticipantEvent.Joined(
                BOB,
                Role.COLLEAGUE,
                manner,
                Optional.of(new AgentId("alice")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private List<String> spans() {
        return Spans.of(entries, BEGAN.plusSeconds(60)).stream()
                .map(span -> span.party() + " " + span.manner() + " "
                        + (span.from().getEpochSecond() - BEGAN.getEpochSecond()) + "-"
                        + (span.to().getEpochSecond() - BEGAN.getEpochSecond()))
                .toList();
    }

    @Test
    void aColleagueIsThereFromHisAnswerToHisLeaving() {
        happens(5, joined(Manner.RINGING));
        happens(8, new ParticipantEvent.Changed(BOB, Manner.TALKING, false));
        happens(30, new ParticipantEvent.Left(BOB, "left"));
        assertThat(spans()).containsExactly("staff:bob TALKING 8-30");
    }

    @Test
    void holdsOfTheCustomerAreStretchesHisTalkingIsNot() {
        happens(5, new ParticipantEvent.Changed(PartyId.CUSTOMER, Manner.HELD, false));
        happens(9, new ParticipantEvent.Changed(PartyId.CUSTOMER, Manner.TALKING, false));
        assertThat(spans()).containsExactly("customer HELD 5-9");
    }

    @Test
    void whoNeverCameIsNotShownAndWhoStayedStaysToTheEnd() {
        happens(5, joined(Manner.RINGING));
        happens(9, new ParticipantEvent.Left(BOB, "busy"));
        happens(20, joined(Manner.TALKING));
        assertThat(spans()).containsExactly("staff:bob TALKING 20-60");
    }
}
