// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalDraft;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Writes into the journal what was done. */
final class Trace {

    private final Journal journal;

    Trace(Journal journal) {
        this.journal = journal;
    }

    /** Completes with the result when it is durable. */
    CompletionStage<CommandResult> write(
            Actor actor, String type, Map<String, Object> body, Map<String, Object> result) {
        JournalDraft draft = JournalDraft.act(Instant.now(), type, actor, UnitId.ROOT, body);
        return journal.append(List.of(draft)).thenApply(seq -> new CommandResult.Done(result));
    }
}
