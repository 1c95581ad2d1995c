// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.queue.QueueFigures;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;

/** Queues waiting, in the status line. */
final class DeskStatus extends Div {
    private static final int MOST = 6;

    private final DeskServices services;
    private final ViewContext context;
    private final Words words;
    private final Span phone = Shape.line("row g1 wa nb");
    private final Span figuresBox = Shape.line("statusx");
    private String shown = "";

    DeskStatus(DeskServices services, ViewContext context, Words words) {
        this.services = services;
        this.context = context;
        this.words = words;
        addClassName("statusx");
        phone.add(Shape.icon("alert b14"), Shape.text("", words.get("phoneAway")));
        phone.setVisible(false);
        phone.getElement().setAttribute("data-testid", "status-phone-away");
        add(phone, figuresBox);
        context.every(Duration.ofSeconds(2), this::refresh);
        refresh();
    }

    void agent(AgentState agent) {
        phone.setVisible(DeskModel.phoneAway(agent));
    }

    private void refresh() {
        var figures = services.live().figures(context.scope());
        if (shown.equals(figures.toString())) {
            return;
        }
        shown = figures.toString();
        figuresBox.removeAll();
        figuresBox.add(Shape.text("t3", words.get("status.queues")));
        figures.stream().limit(MOST).forEach(queue -> figuresBox.add(one(queue)));
    }

    private Span one(QueueFigures queue) {
        String name = services.queues()
                .queue(context.scope(), queue.queue())
                .map(QueueSettings::name)
                .orElse(queue.queue().value());
        return Shape.line("", Shape.text("", name + " "), Shape.tag("b", "num", String.valueOf(queue.waiting())));
    }
}
