// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.patchbay.ui.floor.FloorModel.QueueLine;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Running;
import io.patchbay.ui.kit.part.Segments;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Table;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The queues; their order holds while the pointer or the focus is on them. */
final class QueueTable extends Div {
    private final Words words;
    private final Supervision supervision;
    private final Table table;
    private final Div count = Shape.box("cnt");
    private List<QueueLine> shown = List.of();
    private List<QueueLine> order = List.of();
    private boolean worstFirst;
    private boolean held;

    QueueTable(Words words, Supervision supervision) {
        this.words = words;
        this.supervision = supervision;
        table = new Table(words.get("queues"));
        addClassNames("card", "qs");
        Segments sorting = new Segments(words.get("queues.order"), key -> worstFirst = key.equals("worst"));
        sorting.choice("name", words.get("queues.byName"))
                .choice("worst", words.get("queues.byWorst"))
                .select("name");
        add(
                Shape.box(
                        "h",
                        Shape.text("", words.get("queues")),
                        count,
                        Shape.space(),
                        Shape.text("xs t3", words.get("queues.goal")),
                        sorting),
                table);
        table.column(words.get("queue"), false)
                .column(words.get("queue.waiting"), true)
                .column(words.get("queue.longest"), true);
        table.column(words.get("queue.level"), false)
                .column(words.get("queue.agents"), true)
                .column(words.get("queue.offered"), true);
        table.column(words.get("queue.abandoned"), true).column("", false);
        table.getElement().addEventListener("mouseenter", in -> held = true);
        table.getElement().addEventListener("mouseleave", out -> held = false);
        table.getElement().addEventListener("focusin", in -> held = true);
        table.getElement().addEventListener("focusout", out -> held = false);
    }

    void show(List<QueueLine> queues) {
        List<QueueLine> wanted = sorted(queues);
        if (wanted.equals(shown)) {
            return;
        }
        shown = wanted;
        order = wanted;
        count.setText(String.valueOf(wanted.size()));
        table.clear();
        wanted.forEach(this::row);
        if (wanted.isEmpty()) {
            table.row(List.of(Table.cell(Vacant.small(words.get("queues.none")))));
        }
    }

    private List<QueueLine> sorted(List<QueueLine> queues) {
        List<QueueLine> sorted = new ArrayList<>(queues);
        if (held && order.size() == queues.size()) {
            List<?> before = order.stream().map(QueueLine::id).toList();
            sorted.sort(Comparator.comparing(queue -> before.indexOf(queue.id())));
        } else if (worstFirst) {
            sorted.sort(Comparator.comparing(QueueLine::tone)
                    .thenComparing(QueueLine::waiting)
                    .reversed()
                    .thenComparing(QueueLine::name));
        }
        return sorted;
    }

    private void row(QueueLine queue) {
        Component longest = queue.longest().<Component>map(Running::since).orElseGet(() -> Shape.text("", "–"));
        Component more = supervision.canMove()
                ? new Press("btn q xs", words.get("queue.open"))
                        .test("queue-waiting-" + queue.id())
                        .does(() -> supervision.showWaiting(queue))
                : new Div();
        var row = table.row(List.of(
                Table.cell(Shape.tag("b", "", queue.name())),
                Table.number(Shape.tag("b", "", String.valueOf(queue.waiting()))),
                Table.number(longest),
                Table.cell(level(queue)),
                Table.number(queue.ready() + " / " + queue.working()),
                Table.number(Formats.number(queue.offered())),
                Table.number(queue.abandoned().map(Formats::share).orElse("–")),
                Table.cell(more)));
        row.getElement().setAttribute("data-testid", "queue-" + queue.id());
    }

    private Component level(QueueLine queue) {
        if (queue.level().isEmpty()) {
            return Shape.text("t3", words.get("noData"));
        }
        var meter = Shape.meter(queue.tone().theme(), queue.level().get(), queue.goal());
        meter.getStyle().set("width", "96px");
        var share = Shape.text("num b ar", Formats.share(queue.level().get()));
        share.getStyle().set("width", "52px");
        boolean ok = queue.tone() == FloorModel.Tone.OK;
        return Shape.line(
                "row",
                meter,
                share,
                Shape.badge(
                        queue.tone().theme(),
                        ok ? "check" : "alert",
                        words.get("tone." + queue.tone().name())));
    }
}
