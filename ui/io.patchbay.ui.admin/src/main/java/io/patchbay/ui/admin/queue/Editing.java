// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;

/** What the parts of one editor share: the draft, its fields, the words. */
final class Editing {
    final QueueDraft draft;
    final QueueServices services;
    final ViewContext context;
    final Words words;
    final Fields fields;
    final ReadOut.Names names;
    final List<QueueSettings> queues;
    private Coverage coverage;
    private Runnable listener = () -> {};

    Editing(QueueDraft draft, QueueServices services, ViewContext context) {
        this.draft = draft;
        this.services = services;
        this.context = context;
        words = Words.of(Editing.class, context.locale());
        names = services.names(context.scope());
        queues = services.queues().queues(context.scope());
        fields = new Fields(draft, words, this::changed);
        read();
    }

    /** Reads people and their state again. */
    void read() {
        coverage = services.coverage(context.scope());
    }

    Coverage coverage() {
        return coverage;
    }

    void follow(Runnable next) {
        listener = next;
    }

    void changed() {
        listener.run();
    }

    String say(Fault fault) {
        return words.get(fault.word(), fault.values().toArray());
    }

    /** Shows what the rule reads like. */
    void said(Div tip, String text) {
        tip.removeAll();
        tip.add(Shape.box(
                "tip pr",
                Shape.icon("note"),
                Shape.line("", Shape.tag("b", "", words.get("read.title")), Shape.text("", text))));
    }

    /** A titled group of fields. */
    HtmlContainer group(String title, String layout, Component... parts) {
        Div box = Shape.box(layout, parts);
        return Shape.tag("section", "", Shape.tag("h3", "", words.get(title)), box);
    }
}
