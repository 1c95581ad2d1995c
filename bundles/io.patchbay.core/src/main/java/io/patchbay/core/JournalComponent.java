// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.api.command.Problem;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.health.HealthPart;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.measure.Meter;
import io.patchbay.api.measure.MeterSource;
import io.patchbay.api.measure.Readings;
import io.patchbay.api.watch.Watch;
import io.patchbay.core.journal.SqlJournal;
import io.patchbay.store.Database;
import io.patchbay.store.IdempotencyKeys;
import io.patchbay.store.Migrations;
import io.patchbay.store.Outbox;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The journal as a service, and its health. */
@Component(service = {Journal.class, HealthPart.class, MeterSource.class, JournalComponent.class})
public final class JournalComponent implements Journal, HealthPart, MeterSource {
    private final SqlJournal journal;

    @Activate
    public JournalComponent(
            @Reference Database database,
            @Reference Migrations migrations,
            @Reference ContentVault vault,
            @Reference IdempotencyKeys keys,
            @Reference Outbox outbox) {
        migrations.migrate("io.patchbay.core", getClass().getClassLoader(), "io/patchbay/core/changelog.sql");
        journal = new SqlJournal(database, vault, keys, outbox);
    }

    @Deactivate
    void close() {
        journal.close();
    }

    SqlJournal journal() {
        return journal;
    }

    @Override
    public CompletionStage<Long> append(List<JournalDraft> drafts) {
        return journal.append(drafts);
    }

    @Override
    public List<JournalEntry> read(long after, int limit) {
        return journal.read(after, limit);
    }

    @Override
    public List<JournalEntry> of(Collection<InteractionId> interactions) {
        return journal.of(interactions);
    }

    @Override
    public List<JournalEntry> of(ConversationId conversation) {
        return journal.of(conversation);
    }

    @Override
    public long head() {
        return journal.head();
    }

    @Override
    public Watch follow(String name, long after, Consumer<List<JournalEntry>> listener) {
        return journal.follow(name, after, listener);
    }

    @Override
    public long firstAltered() {
        return journal.firstAltered();
    }

    @Override
    public List<Meter> meters() {
        return SqlJournal.meters();
    }

    @Override
    public void measure(Readings readings) {
        journal.measure(readings);
    }

    @Override
    public Health health() {
        Optional<String> overloaded = journal.overloaded();
        if (overloaded.isPresent()) {
            return new Health(
                    "journal",
                    Level.DOWN,
                    Optional.of(Problem.of(
                            "journal-stuck",
                            "Nothing new is taken: {0}. Check the database; what runs goes on.",
                            "暂不受理新联系：{0}。请检查数据库，进行中的不受影响。",
                            overloaded.get())));
        }
        return journal.failingFollowers().entrySet().stream()
                .findFirst()
                .map(failing -> new Health(
                        "journal",
                        Level.DEGRADED,
                        Optional.of(Problem.of(
                                "follower-failing",
                                "The projection \"{0}\" fails and tries on: {1}.",
                                "投影“{0}”出错，正在重试：{1}。",
                                failing.getKey(),
                                failing.getValue()))))
                .orElseGet(() -> new Health("journal", Level.UP, Optional.empty()));
    }
}
