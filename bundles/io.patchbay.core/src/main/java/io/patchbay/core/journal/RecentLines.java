// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.journal;

import io.patchbay.api.journal.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The newest committed lines in memory, so that followers seldom ask the database; wakes them when there is more. */
final class RecentLines {
    private static final int KEPT = 8_192;

    /** Each at its number modulo the size: numbers have no gaps. */
    private final JournalEntry[] recent = new JournalEntry[KEPT];

    private long head;
    private int count;

    synchronized void begin(long at) {
        head = at;
    }

    synchronized void add(List<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            head = entry.seq();
            recent[place(head)] = entry;
            count = Math.min(KEPT, count + 1);
        }
        notifyAll();
    }

    synchronized long head() {
        return head;
    }

    /** Waits until there is something after a number, or a while has passed. */
    @SuppressWarnings("WaitNotInLoop") // the follower loops
    synchronized boolean await(long after, long millis) throws InterruptedException {
        if (head <= after) {
            wait(millis);
        }
        return head > after;
    }

    /** What comes after a number; empty if it is too old to be in memory. */
    synchronized Optional<List<JournalEntry>> after(long seq, int limit) {
        if (seq < head - count) {
            return Optional.empty();
        }
        List<JournalEntry> entries = new ArrayList<>();
        for (long next = seq + 1; next <= Math.min(head, seq + limit); next++) {
            entries.add(recent[place(next)]);
        }
        return Optional.of(entries);
    }

    private static int place(long seq) {
        return (int) (seq % KEPT);
    }
}
