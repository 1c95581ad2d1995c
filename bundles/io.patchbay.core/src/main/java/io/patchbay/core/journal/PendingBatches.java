// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.journal;

import io.patchbay.core.slot.Ledger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What waits for the journal's writer: batches in order, and the sign that the outbox has rows. Safe for any thread.
 */
final class PendingBatches {
    private static final int GROUP_ENTRIES = 1_000;
    private static final int MOST_WAITING = 50_000;
    private static final long MOST_NANOS = 2_000_000_000L;
    private static final long RETRY_MILLIS = 200;

    private final Deque<JournalWriter.Waiting> waiting = new ArrayDeque<>();
    private int entries;
    private boolean outbox = true;
    private boolean over;
    private String failure;
    private long failingSince;

    /** What the writer takes at once. */
    record Work(List<JournalWriter.Waiting> batches, boolean outbox) {
        boolean over() {
            return batches.isEmpty() && !outbox;
        }

        int size() {
            return batches.stream()
                    .mapToInt(waiting -> waiting.batch().drafts().size())
                    .sum();
        }
    }

    synchronized CompletableFuture<Long> add(Ledger.Batch batch) {
        CompletableFuture<Long> done = new CompletableFuture<>();
        if (over) {
            done.completeExceptionally(new IllegalStateException("the journal is closed"));
            return done;
        }
        waiting.addLast(new JournalWriter.Waiting(batch, done, System.nanoTime()));
        entries += batch.drafts().size();
        notifyAll();
        return done;
    }

    synchronized int entries() {
        return entries;
    }

    synchronized void outboxWritten() {
        outbox = true;
        notifyAll();
    }

    /** Waits for work; what was added before {@link #close} is still given out. */
    synchronized Work take() throws InterruptedException {
        while (waiting.isEmpty() && !outbox && !over) {
            wait();
        }
        List<JournalWriter.Waiting> group = new ArrayList<>();
        int taken = 0;
        while (!waiting.isEmpty() && taken < GROUP_ENTRIES) {
            JournalWriter.Waiting next = waiting.removeFirst();
            taken += Math.max(1, next.batch().drafts().size());
            entries -= next.batch().drafts().size();
            group.add(next);
        }
        Work work = new Work(group, outbox && !over);
        outbox = false;
        return work;
    }

    synchronized void failing(String why) {
        if (failure == null) {
            failingSince = System.nanoTime();
        }
        failure = why == null ? "no reason given" : why;
    }

    synchronized void working() {
        failure = null;
    }

    @SuppressWarnings("WaitNotInLoop") // waking early only means trying early
    synchronized void pause() throws InterruptedException {
        if (over) {
            throw new InterruptedException("closed while the database is away");
        }
        wait(RETRY_MILLIS);
    }

    synchronized void close() {
        over = true;
        notifyAll();
    }

    /** Why nothing new may be begun, if so. */
    synchronized Optional<String> overloaded() {
        if (failure != null && System.nanoTime() - failingSince > MOST_NANOS) {
            return Optional.of("the journal cannot commit: " + failure);
        } else if (entries > MOST_WAITING) {
            return Optional.of("the journal is " + entries + " entries behind");
        }
        JournalWriter.Waiting oldest = waiting.peekFirst();
        return oldest != null && System.nanoTime() - oldest.sinceNanos() > MOST_NANOS
                ? Optional.of("the journal is more than 2 s behind")
                : Optional.empty();
    }
}
