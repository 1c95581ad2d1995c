// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.past;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.id.CustomerId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.demo.town.folk.Matters;
import io.patchbay.demo.town.folk.Resident;
import io.patchbay.demo.town.folk.Townsfolk;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PastDayTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);

    private final Map<Resident, CustomerId> customers = new HashMap<>();

    PastDayTest() {
        Townsfolk.of(3, 50).forEach(one -> customers.put(one, CustomerId.at(1_000)));
    }

    private List<JournalDraft> day(long seed) {
        return new PastDay(DATE, ZONE, seed, Matters.read(), customers).drafts(120);
    }

    @Test
    void everyContactArrivesAndCloses() {
        Map<String, Long> counts =
                day(1).stream().collect(Collectors.groupingBy(JournalDraft::type, Collectors.counting()));
        assertThat(counts.get("interaction.arrived")).isEqualTo(120);
        assertThat(counts.get("interaction.closed")).isEqualTo(120);
        assertThat(counts.get("assignment.accepted"))
                .isEqualTo(counts.get("assignment.ended"))
                .isGreaterThan(100);
    }

    @Test
    void itIsWrittenInTheOrderOfTime() {
        assertThat(day(1)).isSortedAccordingTo(Comparator.comparing(JournalDraft::at));
    }

    @Test
    void itLiesWithinItsDay() {
        assertThat(day(1))
                .allSatisfy(draft ->
                        assertThat(draft.at().atZone(ZONE).toLocalDate()).isEqualTo(DATE));
    }

    @Test
    void aContactIsToldFromItsArrivalToItsClose() {
        Map<Object, List<String>> contacts = day(1).stream()
                .filter(draft -> draft.subject().interaction().isPresent())
                .collect(Collectors.groupingBy(
                        draft -> draft.subject().interaction().orElseThrow(),
                        Collectors.mapping(JournalDraft::type, Collectors.toList())));
        assertThat(contacts.values()).allSatisfy(types -> {
            assertThat(types).startsWith("interaction.arrived").endsWith("interaction.closed");
            assertThat(types).containsSubsequence("interaction.identified", "interaction.queued");
        });
    }

    @Test
    void nothingOfItCouldBeSentAgain() {
        assertThat(day(1).stream().filter(draft -> draft.type().startsWith("message.")))
                .noneMatch(draft -> draft.body().containsKey("channel"));
    }

    @Test
    void theSameSeedGivesTheSameDay() {
        assertThat(moments(day(4))).isEqualTo(moments(day(4))).isNotEqualTo(moments(day(5)));
    }

    @Test
    void whoWroteItStandsInEveryLine() {
        Set<String> actors =
                day(1).stream().map(JournalDraft::actor).collect(Collectors.toCollection(LinkedHashSet::new));
        assertThat(actors).containsExactly("system:demo");
    }

    private static List<String> moments(List<JournalDraft> day) {
        return day.stream().map(draft -> draft.at() + draft.type()).toList();
    }
}
