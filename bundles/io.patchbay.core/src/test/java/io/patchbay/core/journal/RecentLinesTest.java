// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.JournalEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentLinesTest {
    private final RecentLines recent = new RecentLines();

    @Test
    void givesWhatComesAfterANumber() {
        recent.begin(100);
        add(101, 110);
        assertThat(seqs(100, 3)).contains(List.of(101L, 102L, 103L));
        assertThat(seqs(108, 50)).contains(List.of(109L, 110L));
        assertThat(seqs(110, 50)).contains(List.of());
    }

    @Test
    void whatWasBeforeItBeganMustBeAskedOfTheDatabase() {
        recent.begin(100);
        assertThat(seqs(99, 10)).isEmpty();
        assertThat(seqs(100, 10)).contains(List.of());
        add(101, 101);
        assertThat(seqs(99, 10)).isEmpty();
    }

    @Test
    void keepsTheNewestOnly() {
        recent.begin(0);
        add(1, 20_000);
        assertThat(seqs(20_000 - 8_192, 1)).contains(List.of(20_000L - 8_191));
        assertThat(seqs(20_000 - 8_193, 1)).isEmpty();
    }

    private void add(long first, long last) {
        recent.add(LongStream.rangeClosed(first, last)
                .mapToObj(RecentLinesTest::entry)
                .toList());
    }

    private Optional<List<Long>> seqs(long after, int limit) {
        return recent.after(after, limit)
                .map(entries -> entries.stream().map(JournalEntry::seq).toList());
    }

    private static JournalEntry entry(long seq) {
        return new JournalEntry(
                seq,
                Instant.EPOCH,
                "presence.changed",
                1,
                Optional.empty(),
                "core",
                new UnitId("headquarters"),
                0,
                Map.of(),
                "hash",
                List.of());
    }
}
