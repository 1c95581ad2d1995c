// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.core.journal.StaleOwnerException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an old owner of an interaction still writes is refused, also after a restart; the same on every database. */
interface OwnershipContract {
    /** A fresh database; called once a test. */
    DataSource database(Path folder);

    private static JournalDraft draft(InteractionId id, CoreEvent event, long epoch) {
        return new JournalDraft(
                Instant.now(),
                CoreEvents.type(event),
                CoreEvents.VERSION,
                new JournalDraft.Subject(Optional.of(id), Optional.empty()),
                "system:test",
                UnitId.ROOT,
                epoch,
                CoreEvents.body(event),
                Optional.empty());
    }

    private static CompletableFuture<Long> writes(Centre centre, InteractionId id, CoreEvent event, long epoch) {
        return centre.journal.append(List.of(draft(id, event, epoch))).toCompletableFuture();
    }

    private static List<String> lines(Centre centre, InteractionId id) {
        return centre.journal.of(List.of(id)).stream().map(JournalEntry::type).toList();
    }

    private static InteractionId waits(Centre centre) {
        Customer customer = centre.arrives("service", "one");
        Centre.until(() -> centre.journal.of(List.of(customer.id())).stream()
                .anyMatch(line -> line.type().equals("interaction.waited")));
        return customer.id();
    }

    private static void isRefused(Centre centre, InteractionId id, long epoch) {
        assertThatThrownBy(writes(centre, id, new InteractionEvent.RemoteLeft("old"), epoch)::join)
                .hasCauseInstanceOf(StaleOwnerException.class)
                .hasMessageContaining("interaction " + id.value() + " has an owner of epoch 3");
        assertThat(lines(centre, id)).doesNotContain("interaction.remoteLeft");
    }

    @Test
    default void anOldOwnerWritesNothingMore(@TempDir Path home) {
        DataSource database = database(home);
        InteractionId id;
        try (Centre centre = new Centre(home, database)) {
            id = waits(centre);
            assertThat(centre.journal.of(List.of(id)))
                    .extracting(JournalEntry::epoch)
                    .containsOnly(1L);
            writes(centre, id, new InteractionEvent.Moved("group two"), 2).join();
            CompletableFuture<Long> third = writes(centre, id, new InteractionEvent.Moved("group three"), 3);
            isRefused(centre, id, 1);
            isRefused(centre, id, 2);
            third.join();
            writes(centre, id, new InteractionEvent.FactAdded("chat.page", "here"), 3)
                    .join();
        }
        try (Centre centre = new Centre(home, database)) {
            isRefused(centre, id, 2);
            assertThat(centre.journal.firstAltered()).isZero();
        }
    }

    @Test
    default void nobodysLinesAndOtherContactsPass(@TempDir Path home) {
        try (Centre centre = new Centre(home, database(home))) {
            InteractionId id = waits(centre);
            writes(centre, id, new InteractionEvent.Moved("group two"), 2).join();
            writes(centre, id, new InteractionEvent.RemoteLeft("by nobody"), 0).join();
            assertThat(lines(centre, id)).contains("interaction.remoteLeft");
            InteractionId other = new InteractionId(UUID.randomUUID());
            writes(centre, other, new InteractionEvent.Moved("elsewhere"), 1).join();
            assertThat(lines(centre, other)).containsExactly("interaction.moved");
        }
    }
}
