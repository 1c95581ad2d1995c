// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.records;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.customer.Customers;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.people.People;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.recording.Recordings;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.WhyList;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.view.DeskPanel;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** Why the contact in front came to this agent, on the desk. */
@org.osgi.service.component.annotations.Component(service = DeskPanel.class)
public final class WhyPanel implements DeskPanel {
    private final Archive archive;

    @Activate
    public WhyPanel(
            @Reference Interactions interactions,
            @Reference Journal journal,
            @Reference People people,
            @Reference Queues queues,
            @Reference Customers customers,
            @Reference Recordings recordings) {
        archive = new Archive(interactions, journal, people, queues, customers, recordings, List.of());
    }

    @Override
    public int order() {
        return 190;
    }

    @Override
    public String title(Locale locale) {
        return WhyList.title(locale);
    }

    @Override
    public Component create(Interaction contact, ViewContext context) {
        Div panel = Shape.box("ctxs");
        context.load(
                () -> archive.journal().of(List.of(contact.id())),
                entries -> panel.add(Shape.tag(
                        "section",
                        "",
                        Shape.box("sec", WhyList.title(context.locale())),
                        new WhyList(
                                entries,
                                archive.routing(context.scope(), context.locale()),
                                new Formats(context.locale(), context.zone()),
                                context.locale()))));
        return panel;
    }
}
