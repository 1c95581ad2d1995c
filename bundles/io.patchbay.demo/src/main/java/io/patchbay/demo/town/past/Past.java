// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.past;

import io.patchbay.api.id.CustomerId;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.demo.town.folk.Matters;
import io.patchbay.demo.town.folk.Resident;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The town's days before the first start, so that reports and records have something to tell: finished contacts,
 * written through the journal under the times at which they would have happened, by the actor {@code system:demo}.
 * Nothing of them was ever on a wire, and none has a recording. Written before the agents come, once.
 */
public final class Past {
    private static final int DAYS = 5;
    /** Five days of it are fewer entries than a projection may be behind before it is an alarm. */
    private static final int A_DAY = 80;

    private static final int BATCH = 400;

    private final Journal journal;
    private final Matters matters;

    public Past(Journal journal, Matters matters) {
        this.journal = journal;
        this.matters = matters;
    }

    /** Writes the days before a day; waits until they are durable. Stops when the thread is interrupted. */
    public void write(LocalDate today, ZoneId zone, long seed, Map<Resident, CustomerId> customers) {
        for (int back = DAYS; back > 0; back--) {
            List<JournalDraft> day = new PastDay(today.minusDays(back), zone, seed, matters, customers).drafts(A_DAY);
            for (int from = 0; from < day.size(); from += BATCH) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                journal.append(day.subList(from, Math.min(day.size(), from + BATCH)))
                        .toCompletableFuture()
                        .join();
            }
        }
    }
}
