// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.id.QueueId;
import io.patchbay.ui.kit.part.Running;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What happens now: who waits in the queue, in which step, and why he still does. */
final class NowPanel extends HtmlContainer {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final Editing editing;
    private final QueueId queue;
    private final Words words;
    private final Div head = Shape.box("h bb");
    private final HtmlContainer list = Shape.tag("ol", "now");
    private Instant asked = Instant.EPOCH;
    private Optional<NowReading.Now> shown = Optional.empty();

    NowPanel(Editing editing, QueueId queue) {
        super("aside");
        this.editing = editing;
        this.queue = queue;
        this.words = editing.words;
        addClassNames("panel", "qnow");
        getElement().setAttribute("aria-label", words.get("now.title")).setAttribute("data-testid", "queue-now");
        head.add(Shape.text("", words.get("now.title")));
        add(head, Shape.box("sb2", list));
    }

    /** Reads again, unless a reading is still under way. */
    void refresh() {
        Instant now = editing.context.now();
        if (Duration.between(asked, now).compareTo(PATIENCE) < 0) {
            return;
        }
        asked = now;
        NowReading reading = new NowReading(editing.services, editing.context.scope(), editing.context.locale());
        editing.context.load(() -> reading.read(queue, now), this::show);
    }

    private void show(NowReading.Now now) {
        asked = Instant.EPOCH;
        if (shown.filter(now::equals).isPresent()) {
            return;
        }
        shown = Optional.of(now);
        head.removeAll();
        head.add(Shape.text("", words.get("now.title")), Shape.count("", now.all()));
        list.removeAll();
        now.first().forEach(one -> list.add(item(one)));
        if (now.all() == 0) {
            list.add(Vacant.small(words.get("now.none")));
        } else if (now.all() > now.first().size()) {
            list.add(Shape.tag(
                    "li",
                    "t3 s",
                    words.get("now.more", String.valueOf(now.all() - now.first().size()))));
        }
    }

    private HtmlContainer item(NowReading.Waiting one) {
        HtmlContainer item = Shape.tag(
                "li",
                "",
                Shape.box(
                        "row",
                        Shape.tag("b", "el sp", one.who()),
                        Shape.line(
                                "t2 s nb",
                                Running.since(one.since()),
                                Shape.text("", " · " + words.get("people.at", String.valueOf(one.step()))))),
                Shape.tag("p", "s t2", one.why().isEmpty() ? words.get("now.unsaid") : one.why()));
        item.getElement().setAttribute("data-testid", "now-" + one.id());
        return item;
    }
}
