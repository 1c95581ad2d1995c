// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin;

import com.vaadin.flow.component.Component;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.ui.admin.queue.Pulse;
import io.patchbay.ui.admin.queue.QueueEditor;
import io.patchbay.ui.kit.form.ListAndForm;
import io.patchbay.ui.kit.form.ListAndForm.Item;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Optional;

/** Queues, each with how many people serve it, and the editor of one. */
final class QueueSection {
    private final Settings settings;
    private final ViewContext context;
    private final Words words;
    private final Pulse pulse;
    private final String chosen;

    QueueSection(Settings settings, ViewContext context, Words words, Pulse pulse, Optional<String> thing) {
        this.settings = settings;
        this.context = context;
        this.words = words;
        this.pulse = pulse;
        this.chosen = thing.orElse("");
    }

    Component section() {
        List<QueueSettings> queues = settings.queues().queues(context.scope());
        List<Person> people = settings.people().people(context.scope());
        List<Item> items = queues.stream()
                .map(one -> new Item(one.id().value(), one.name(), serving(one, people), "flow", false))
                .toList();
        ListAndForm view = new ListAndForm("admin/queues", words.get("section.queues"), items, chosen, context);
        Optional<QueueSettings> queue =
                queues.stream().filter(one -> one.id().value().equals(chosen)).findFirst();
        boolean create = chosen.equals(ListAndForm.NEW);
        view.form(
                create || queue.isPresent()
                        ? new QueueEditor(queue, settings.editor(), context, pulse)
                        : Vacant.page(words.get("choose"), ""));
        return view;
    }

    private String serving(QueueSettings queue, List<Person> people) {
        long serving = people.stream()
                .filter(one -> one.enabled() && !one.work().capacity().isEmpty())
                .filter(one -> queue.servedBy(one.work().skills()))
                .count();
        return words.get("queue.serving", String.valueOf(serving));
    }
}
