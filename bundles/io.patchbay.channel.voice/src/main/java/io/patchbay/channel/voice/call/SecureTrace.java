// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalDraft;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes into the journal who kept what out of a recording, and how it ended. Safe for any thread. */
public final class SecureTrace {
    private static final Logger log = LoggerFactory.getLogger(SecureTrace.class);

    private final Journal journal;
    private final Interactions interactions;
    private final Executor disk;
    private final InstantSource clock;

    /** {@code disk} may wait, and keeps the order. */
    public SecureTrace(Journal journal, Interactions interactions, Executor disk, InstantSource clock) {
        this.journal = journal;
        this.interactions = interactions;
        this.disk = disk;
        this.clock = clock;
    }

    Optional<Interaction> contact(InteractionId id) {
        return interactions.find(Scope.system(), id);
    }

    /** Completes when it is durable. */
    CompletionStage<Long> tell(InteractionId id, Actor actor, String type, Map<String, Object> body) {
        return CompletableFuture.supplyAsync(() -> draft(id, actor, type, body), disk)
                .thenCompose(draft -> journal.append(List.of(draft)))
                .whenComplete((seq, fault) -> {
                    if (fault != null) {
                        log.error("{} of {} is not in the journal", type, id, fault);
                    }
                });
    }

    private JournalDraft draft(InteractionId id, Actor actor, String type, Map<String, Object> body) {
        Optional<Interaction> contact = contact(id);
        UnitId unit = contact.map(found -> found.placement().unit()).orElse(UnitId.ROOT);
        JournalDraft act = JournalDraft.act(clock.instant(), type, actor, unit, body);
        JournalDraft.Subject subject =
                new JournalDraft.Subject(Optional.of(id), contact.map(Interaction::conversation));
        return new JournalDraft(act.at(), type, 1, subject, act.actor(), unit, 0, act.body(), Optional.empty());
    }
}
