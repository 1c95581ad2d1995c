// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.records;

import com.vaadin.flow.component.Component;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.customer.Customers;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.people.People;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.recording.Recordings;
import io.patchbay.spi.event.Declarations;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import io.patchbay.ui.kit.view.ViewContribution;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Brings the list of interactions and their details to the console. */
@org.osgi.service.component.annotations.Component(service = ViewContribution.class)
public final class RecordsContribution implements ViewContribution {
    private final Archive archive;
    private final List<Declarations> declarations = new CopyOnWriteArrayList<>();

    @Activate
    public RecordsContribution(
            @Reference Interactions interactions,
            @Reference Journal journal,
            @Reference People people,
            @Reference Queues queues,
            @Reference Customers customers,
            @Reference Recordings recordings) {
        archive = new Archive(interactions, journal, people, queues, customers, recordings, declarations);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addDeclarations(Declarations declared) {
        declarations.add(declared);
    }

    void removeDeclarations(Declarations declared) {
        declarations.remove(declared);
    }

    @Override
    public String path() {
        return "records";
    }

    @Override
    public String title(Locale locale) {
        return Words.of(RecordsContribution.class, locale).get("title");
    }

    @Override
    public String icon() {
        return "history";
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public boolean sensitive() {
        return true;
    }

    @Override
    public Set<String> permissions() {
        return Set.of(Permissions.RECORDS, Permissions.AGENT);
    }

    @Override
    public Component create(ViewContext context) {
        return new RecordsView(archive, context);
    }
}
