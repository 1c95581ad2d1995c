// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace;

import io.patchbay.api.access.Scope;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.content.SealedPart;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.watch.Watch;
import io.patchbay.store.Database;
import io.patchbay.store.Migrations;
import io.patchbay.trace.api.Trace;
import io.patchbay.trace.api.TraceLine;
import io.patchbay.trace.api.TraceQuestion;
import io.patchbay.trace.index.TraceIndex;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Follows the journal while the bundle is there, and answers for the trace. */
@Component(
        service = {Trace.class, TraceComponent.class},
        immediate = true)
public final class TraceComponent implements Trace {
    private final TraceIndex index;
    private final Watch following;

    /** Brings the tables up to date and begins to follow. */
    @Activate
    public TraceComponent(
            @Reference Migrations migrations,
            @Reference Database database,
            @Reference Journal journal,
            @Reference ContentVault vault) {
        migrations.migrate("io.patchbay.trace", getClass().getClassLoader(), "io/patchbay/trace/changelog.sql");
        index = new TraceIndex(database.dataSource(), journal, vault);
        following = journal.follow("trace", index.checkpoint(), index::take);
    }

    @Deactivate
    void close() {
        following.close();
    }

    TraceIndex index() {
        return index;
    }

    @Override
    public List<TraceLine> find(Scope scope, TraceQuestion question) {
        return index.find(scope, question);
    }

    @Override
    public Optional<JournalEntry> entry(Scope scope, long seq) {
        return index.entry(scope, seq);
    }

    @Override
    public Optional<String> open(Scope scope, SealedPart part) {
        return index.open(scope, part);
    }

    @Override
    public long behind() {
        return index.behind();
    }
}
