// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.id.QueueId;
import io.patchbay.ui.floor.FloorModel.QueueLine;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Segments;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Table;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The queues; their order holds while the pointer or the focus is on them. */
final class QueueTable extends Div {
    private final Words words;
    private final Lasting lasting;
    private final Supervision supervision;
    private final Table table;
    private final Div count = Shape.box("cnt");
    private final List<Column> columns;
    private List<QueueLine> shown = List.of();
    private final List<HtmlContainer> rows = new ArrayList<>();
    private final Map<QueueId, Curve> curves = new HashMap<>();
    private boolean worstFirst;
    private boolean held;

    /** {@code says} is all that a cell shows of a queue. */
    private record Column(
            String heading, boolean number, Function<QueueLine, Object> says, Function<QueueLine, HtmlContainer> cell) {
        static <T> Column of(
                String heading, boolean number, Function<QueueLine, T> says, Function<T, Component> shows) {
            Function<QueueLine, Component> drawn = says.andThen(shows);
            return new Column(
                    heading,
                    number,
                    says::apply,
                    queue -> number ? Table.number(drawn.apply(queue)) : Table.cell(drawn.apply(queue)));
        }
    }

    QueueTable(Words words, Supervision supervision, Lasting lasting) {
        this.words = words;
        this.lasting = lasting;
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
        columns = columns();
        columns.forEach(
                column -> table.column(column.heading().isEmpty() ? "" : words.get(column.heading()), column.number()));
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
        boolean sameRows = !wanted.isEmpty() && ids(wanted).equals(ids(shown));
        List<QueueLine> before = shown;
        shown = wanted;
        if (sameRows) {
            for (int at = 0; at < wanted.size(); at++) {
                if (!wanted.get(at).equals(before.get(at))) {
                    change(rows.get(at), before.get(at), wanted.get(at));
                    draw(wanted.get(at));
                }
            }
            return;
        }
        drawAll();
    }

    private void drawAll() {
        count.setText(String.valueOf(shown.size()));
        table.clear();
        rows.clear();
        curves.clear();
        for (QueueLine queue : shown) {
            HtmlContainer row = table.row(List.of());
            row.getElement().setAttribute("data-testid", "queue-" + queue.id());
            columns.forEach(column -> row.add(column.cell().apply(queue)));
            draw(queue);
            rows.add(row);
        }
        if (shown.isEmpty()) {
            table.row(List.of(Table.cell(Vacant.small(words.get("queues.none")))));
        }
    }

    private static List<QueueId> ids(List<QueueLine> queues) {
        return queues.stream().map(QueueLine::id).toList();
    }

    private List<QueueLine> sorted(List<QueueLine> queues) {
        List<QueueLine> sorted = new ArrayList<>(queues);
        if (held && shown.size() == queues.size()) {
            List<QueueId> before = ids(shown);
            sorted.sort(Comparator.comparing(queue -> before.indexOf(queue.id())));
        } else if (worstFirst) {
            sorted.sort(Comparator.comparing(QueueLine::tone)
                    .thenComparing(QueueLine::waiting)
                    .reversed()
                    .thenComparing(QueueLine::name));
        }
        return sorted;
    }

    /** Only the cells that say something else are pushed. */
    private void change(HtmlContainer row, QueueLine before, QueueLine now) {
        for (int at = 0; at < columns.size(); at++) {
            Column column = columns.get(at);
            if (!column.says().apply(now).equals(column.says().apply(before))) {
                row.getElement().setChild(at, column.cell().apply(now).getElement());
            }
        }
    }

    private List<Column> columns() {
        return List.of(
                Column.of("queue", false, QueueLine::name, name -> Shape.tag("b", "", name)),
                Column.of(
                        "queue.waiting",
                        true,
                        queue -> String.valueOf(queue.waiting()),
                        waiting -> Shape.tag("b", "", waiting)),
                Column.of("queue.longest", true, QueueLine::longest, since -> since.map(lasting::since)
                        .orElseGet(() -> Shape.text("", "–"))),
                Column.of("queue.estimate", true, this::estimate, text -> Shape.text("t2 nb", text)),
                new Column(
                        "queue.level",
                        false,
                        queue -> List.of(queue.level().map(Formats::share), queue.goal(), queue.tone()),
                        queue -> Table.cell(level(queue))),
                Column.of(
                        "queue.today",
                        true,
                        queue -> queue.today().map(Formats::share).orElse("–"),
                        text -> Shape.text("t2", text)),
                Column.of(
                        "queue.agents",
                        true,
                        queue -> queue.ready() + " / " + queue.working(),
                        text -> Shape.text("nb", text)),
                Column.of(
                        "queue.abandoned",
                        true,
                        queue -> queue.abandoned().map(Formats::share).orElse("–"),
                        text -> Shape.text("", text)),
                new Column(
                        "queue.trend",
                        false,
                        QueueLine::id,
                        queue -> Table.cell(curves.computeIfAbsent(queue.id(), none -> new Curve()))),
                Column.of(
                        "queue.forecast",
                        true,
                        queue -> queue.forecast()
                                .map(in -> signed(in - queue.waiting()))
                                .orElse("–"),
                        text -> Shape.text("", text)),
                new Column("", false, QueueLine::id, queue -> Table.cell(open(queue))));
    }

    private Component open(QueueLine queue) {
        return supervision.canMove()
                ? new Press("btn q xs io", "")
                        .icon("eye b14")
                        .named(words.get("queue.open"))
                        .test("queue-waiting-" + queue.id())
                        .does(() -> supervision.showWaiting(queue))
                : new Div();
    }

    private String estimate(QueueLine queue) {
        return queue.estimate()
                .map(wait -> wait.atLeast()
                        ? "> " + seconds(wait.lowSeconds())
                        : wait.lowSeconds() == wait.highSeconds()
                                ? seconds(wait.lowSeconds())
                                : seconds(wait.lowSeconds()) + "–" + seconds(wait.highSeconds()))
                .orElse("–");
    }

    private static String seconds(int seconds) {
        return Formats.duration(Duration.ofSeconds(seconds));
    }

    private void draw(QueueLine queue) {
        int expected = queue.forecast().orElse(queue.waiting());
        int most = queue.trend().stream().mapToInt(Integer::intValue).max().orElse(0);
        curves.get(queue.id())
                .show(
                        queue.trend(),
                        expected,
                        words.get(
                                "queue.trend.label",
                                String.valueOf(most),
                                String.valueOf(queue.waiting()),
                                String.valueOf(expected)));
    }

    static String signed(int more) {
        return more > 0 ? "+" + more : more < 0 ? "−" + -more : "0";
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
