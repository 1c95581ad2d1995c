// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.slot;

import io.patchbay.api.id.InteractionId;
import io.patchbay.api.journal.JournalDraft;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Where slots write: the journal, with what must be kept in the same transaction. */
public interface Ledger {
    /**
     * Appends a batch as one; completes in order when it is durable, fails if an interaction of it changed its owner.
     */
    CompletionStage<Long> append(Batch batch);

    /** An interaction's owner has this epoch, as the journal said before a restart; older ones write nothing more. */
    void owned(InteractionId interaction, long epoch);

    /** Whether nothing more may be begun now, and why. */
    Optional<String> overloaded();

    /** Entries that belong together, and the answer to the command that made them. */
    record Batch(List<JournalDraft> drafts, Optional<KeptResult> result) {}

    /** The answer of a command under its idempotency key. */
    record KeptResult(String actor, String key, Map<String, Object> result, Instant at) {}
}
