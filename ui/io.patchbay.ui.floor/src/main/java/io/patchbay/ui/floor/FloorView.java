// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;
import java.time.Instant;

/** The wallboard: five figures, queues, agents, and what needs somebody. */
final class FloorView extends Div {
    private static final Duration STALE = Duration.ofSeconds(5);

    private final Floor floor;
    private final ViewContext context;
    private final Words words;
    private final HeadlineCards headlines;
    private final QueueTable queues;
    private final AgentBoard agents;
    private final MatterList matters;
    private final Span freshness = Shape.line("row g1 ok xs nb");
    private Instant readAt = Instant.EPOCH;
    private boolean stale = true;

    FloorView(Floor floor, ViewContext context) {
        this.floor = floor;
        this.context = context;
        words = Words.of(FloorView.class, context.locale());
        Supervision supervision = new Supervision(floor, context, words);
        headlines = new HeadlineCards(words);
        queues = new QueueTable(words, supervision);
        agents = new AgentBoard(context, words, supervision, floor.queues());
        matters = new MatterList(context, words, supervision, floor.queues());
        addClassNames("view", "wb");
        add(headlines, queues, agents, matters);
        context.frame(freshness, new Div());
        context.every(Duration.ofSeconds(1), this::refresh);
        refresh();
    }

    private void refresh() {
        Instant now = context.now();
        try {
            FloorModel model = new FloorReading(floor, context.scope(), now).read();
            readAt = now;
            headlines.show(model.headlines());
            queues.show(model.queues());
            agents.show(model.agents());
            matters.show(model.matters());
        } catch (IllegalStateException sourceGone) {
            // a bundle that gives figures is being replaced: what was read last stays, grey, with its age
            freshness.getElement().setAttribute("title", String.valueOf(sourceGone.getMessage()));
        }
        age(Duration.between(readAt, now));
    }

    private void age(Duration age) {
        boolean now = age.compareTo(STALE) > 0;
        if (now || now != stale) {
            stale = now;
            setClassName("stale", stale);
            freshness.removeAll();
            freshness.setClassName("ok", !stale);
            freshness.setClassName("wa", stale);
            freshness.add(Shape.icon(stale ? "alert b14" : "wifi b14"));
            freshness.add(
                    Shape.text("", stale ? words.get("stale", String.valueOf(age.toSeconds())) : words.get("live")));
        }
    }
}
