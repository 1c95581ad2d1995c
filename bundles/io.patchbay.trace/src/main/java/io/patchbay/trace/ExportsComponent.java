// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace;

import io.patchbay.api.command.Actor;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.people.People;
import io.patchbay.store.Database;
import io.patchbay.trace.api.Exports;
import io.patchbay.trace.export.ExportDesk;
import io.patchbay.trace.index.Installations;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Exports as a service. */
@Component
public final class ExportsComponent implements Exports {
    private final ExportDesk desk;

    @Activate
    public ExportsComponent(@Reference Journal journal, @Reference People people, @Reference Database database) {
        desk = new ExportDesk(journal, people, Installations.id(database.dataSource()), InstantSource.system());
    }

    @Override
    public CompletionStage<Answer> csv(Actor.Person who, ExportList list, String purpose) {
        return desk.csv(who, list, purpose);
    }
}
