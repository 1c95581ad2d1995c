// SPDX-License-Identifier: Apache-2.0
package io.patchbay.testkit;

import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.watch.Watch;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A journal in memory. Nothing is sealed or hashed; followers are called by the thread that appends, before
 * {@link #append} returns.
 */
public final class FakeJournal implements Journal {
    private final List<JournalEntry> entries = new ArrayList<>();
    private final Map<Long, ConversationId> conversations = new LinkedHashMap<>();
    private final Map<String, Consumer<List<JournalEntry>>> followers = new LinkedHashMap<>();

    @Override
    public synchronized CompletionStage<Long> append(List<JournalDraft> drafts) {
        List<JournalEntry> added = new ArrayList<>();
        for (JournalDraft draft : drafts) {
            long seq = entries.size() + 1L;
            JournalEntry entry = new JournalEntry(
                    seq,
                    draft.at().truncatedTo(ChronoUnit.MILLIS),
                    draft.type(),
                    draft.version(),
                    draft.subject().interaction(),
                    draft.actor(),
                    draft.unit(),
                    draft.epoch(),
                    draft.body(),
                    "0".repeat(64),
                    List.of());
            draft.subject().conversation().ifPresent(conversation -> conversations.put(seq, conversation));
            entries.add(entry);
            added.add(entry);
        }
        followers.values().forEach(follower -> follower.accept(added));
        return CompletableFuture.completedFuture(head());
    }

    @Override
    public synchronized List<JournalEntry> read(long after, int limit) {
        return entries.stream()
                .filter(entry -> entry.seq() > after)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<JournalEntry> of(Collection<InteractionId> interactions) {
        return entries.stream()
                .filter(entry ->
                        entry.interaction().filter(interactions::contains).isPresent())
                .toList();
    }

    @Override
    public synchronized List<JournalEntry> of(ConversationId conversation) {
        return entries.stream()
                .filter(entry -> conversation.equals(conversations.get(entry.seq())))
                .toList();
    }

    @Override
    public synchronized long head() {
        return entries.size();
    }

    @Override
    public synchronized Watch follow(String name, long after, Consumer<List<JournalEntry>> listener) {
        List<JournalEntry> missed = read(after, Integer.MAX_VALUE);
        if (!missed.isEmpty()) {
            listener.accept(missed);
        }
        followers.put(name, listener);
        return () -> unfollow(name);
    }

    private synchronized void unfollow(String name) {
        followers.remove(name);
    }

    @Override
    public long firstAltered() {
        return 0;
    }
}
