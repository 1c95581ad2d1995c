// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.monitor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.alarm.Alarm;
import io.patchbay.api.alarm.AlarmCommand;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Table;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Alarms, each with its cause and what to do; acknowledged by who may. */
final class AlarmTable extends Div {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final ViewContext context;
    private final Words words;
    private final Consumer<Alarm> acknowledge;
    private Optional<Map.Entry<String, List<Alarm>>> drawn = Optional.empty();

    AlarmTable(ViewContext context, Words words, Consumer<Alarm> acknowledge) {
        this.context = context;
        this.words = words;
        this.acknowledge = acknowledge;
        addClassName("vot");
    }

    /** Shows the alarms of a section; drawn again only if they changed. */
    void show(String section, List<Alarm> alarms) {
        Optional<Map.Entry<String, List<Alarm>>> wanted = Optional.of(Map.entry(section, alarms));
        if (!drawn.equals(wanted)) {
            drawn = wanted;
            removeAll();
            draw(section, alarms);
        }
    }

    private void draw(String section, List<Alarm> alarms) {
        if (alarms.isEmpty()) {
            add(Vacant.page(words.get(section + ".none"), words.get(section + ".help")));
            return;
        }
        boolean open = section.equals("open");
        Table table = new Table(words.get("section." + section));
        table.column(words.get("severity"), false)
                .column(words.get("part"), false)
                .column(words.get("cause"), false)
                .column(words.get("since"), false)
                .column(words.get(open ? "acknowledged" : "cleared"), false);
        alarms.forEach(alarm -> row(table, alarm, open));
        add(Shape.tag("section", "card", Shape.box("tw", table)), Shape.text("s t2", words.get(section + ".help")));
    }

    private void row(Table table, Alarm alarm, boolean open) {
        var row = table.row(List.of(
                Table.cell(badge(alarm.severity())),
                Table.cell(Shape.text("b", alarm.part())),
                Table.cell(Shape.box("wr", alarm.problem().text(context.locale()))),
                Table.cell(Shape.text("num", time(alarm.raisedAt()))),
                Table.cell(open ? care(alarm) : over(alarm))));
        row.addClassName("two");
        row.getElement().setAttribute("data-testid", "alarm-" + alarm.part());
    }

    private Component badge(Alarm.Severity severity) {
        return severity == Alarm.Severity.CRITICAL
                ? Shape.badge("er", "alert", words.get("critical"))
                : Shape.badge("wa", "alert", words.get("warning"));
    }

    /** Who looks after it, or the button for it. */
    private Component care(Alarm alarm) {
        if (alarm.acknowledged().isPresent()) {
            return by(alarm.acknowledged().get());
        }
        return context.scope().may(AlarmCommand.PERMISSION)
                ? new Press("btn s p", words.get("acknowledge"))
                        .test("acknowledge-" + alarm.part())
                        .does(() -> acknowledge.accept(alarm))
                : Shape.text("t2", "–");
    }

    private Component over(Alarm alarm) {
        Div cell = Shape.box(
                "", Shape.text("num", alarm.clearedAt().map(this::time).orElse("–")));
        alarm.acknowledged().ifPresent(care -> cell.add(by(care)));
        return cell;
    }

    private Component by(Alarm.Acknowledged care) {
        return Shape.box("s t2", words.get("by", care.by().replaceFirst("^user:", ""), time(care.at())));
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(context.zone()));
    }
}
