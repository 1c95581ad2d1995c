// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.journal;

import io.patchbay.api.journal.JournalEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The newest committed lines in memory, so that followers seldom ask the database; wakes them when there is more. */
final class RecentLines {
    private static final int KEPT = 8_192;

    private final Deque<JournalEntry> recent = new ArrayDeque<>();
    private long head;

    synchronized void begin(long at) {
        head = at;
    }

    synchronized void add(List<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            recent.addLast(entry);
            if (recent.size() > KEPT) {
                recent.removeFirst();
            }
            head = entry.seq();
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
        if (recent.isEmpty() || recent.peekFirst().seq() > seq + 1) {
            return head <= seq ? Optional.of(List.of()) : Optional.empty();
        }
        List<JournalEntry> entries = new ArrayList<>();
        long skip = Math.max(0, seq + 1 - recent.peekFirst().seq());
        for (JournalEntry entry : recent) {
            if (skip-- > 0) {
                continue;
            } else if (entries.size() == limit) {
                break;
            }
            entries.add(entry);
        }
        return Optional.of(entries);
    }
}
