// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.journal;

import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.watch.Watch;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The journal: what happened, in order, immutable, hash-chained. One writer per node commits in groups; nothing outside
 * is touched before its entry is committed. Safe for any thread.
 */
@ProviderType
public interface Journal {
    /**
     * Appends entries that belong together: all are committed or none, in this order. Returns at once.
     *
     * @param drafts one or more
     * @return completes with the number of the last one when they are durable, on the journal's thread: never block in
     *     it. While the database is away it stays open; completes exceptionally only if the drafts can never be written
     */
    CompletionStage<Long> append(List<JournalDraft> drafts);

    /**
     * Reads on from a number. Waits for the database.
     *
     * @param after the last number already seen; 0 for the beginning
     * @param limit how many at most, 1 to 10,000
     * @return the next entries, in order
     */
    List<JournalEntry> read(long after, int limit);

    /**
     * All entries of some interactions, in order. Waits for the database.
     *
     * @param interactions whose, at most 1,000
     * @return their entries
     */
    List<JournalEntry> of(Collection<InteractionId> interactions);

    /**
     * All entries of a conversation, in order. Waits for the database.
     *
     * @param conversation whose
     * @return its entries
     */
    List<JournalEntry> of(ConversationId conversation);

    /**
     * The newest committed number.
     *
     * @return 0 if the journal is empty
     */
    long head();

    /**
     * Follows the journal: first what is already there, then each committed group. The listener keeps its own
     * checkpoint: it stores its figures and the last {@code seq} in one transaction and gives that number here at the
     * next start.
     *
     * @param name of the follower, for health and logs; unique
     * @param after the last number already taken; 0 for the beginning
     * @param listener gets 1 to 1,000 entries at a time, in order, on a thread of its own; if it throws, the same
     *     entries come again after a growing pause (1 s to 30 s) and health says so
     * @return ends it and waits for the running call, at most 5 s
     */
    Watch follow(String name, long after, Consumer<List<JournalEntry>> listener);

    /**
     * Checks the chain. Waits for the database.
     *
     * @return the number of the first entry whose content, order or hash was altered; 0 if all is well
     */
    long firstAltered();
}
