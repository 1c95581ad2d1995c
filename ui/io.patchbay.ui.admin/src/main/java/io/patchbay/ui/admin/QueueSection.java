// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin;

import com.vaadin.flow.component.Component;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.ui.kit.form.ListAndForm;
import io.patchbay.ui.kit.form.ListAndForm.Item;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Optional;

/** Queues: what they need, how urgent they are, their goal, ring and wrap-up. */
final class QueueSection {
    private final Settings settings;
    private final ViewContext context;
    private final Words words;
    private final String chosen;

    QueueSection(Settings settings, ViewContext context, Words words, Optional<String> thing) {
        this.settings = settings;
        this.context = context;
        this.words = words;
        this.chosen = thing.orElse("");
    }

    Component section() {
        List<QueueSettings> queues = settings.queues().queues(context.scope());
        List<Item> items = queues.stream()
                .map(one -> new Item(one.id().value(), one.name(), goal(one), "flow", false))
                .toList();
        ListAndForm view = new ListAndForm("admin/queues", words.get("section.queues"), items, chosen, context);
        Optional<QueueSettings> queue =
                queues.stream().filter(one -> one.id().value().equals(chosen)).findFirst();
        boolean create = chosen.equals(ListAndForm.NEW);
        view.form(
                create || queue.isPresent()
                        ? new QueueForm(queue, settings, context, words).build()
                        : Vacant.page(words.get("choose"), ""));
        return view;
    }

    private static String goal(QueueSettings queue) {
        return Math.round(queue.goal().targetShare() * 100) + "/"
                + queue.goal().answerWithin().toSeconds();
    }
}
