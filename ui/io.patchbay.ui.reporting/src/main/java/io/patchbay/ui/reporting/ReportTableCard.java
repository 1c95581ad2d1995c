// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.reporting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.patchbay.reporting.api.ReportTable;
import io.patchbay.reporting.api.ReportTable.Column;
import io.patchbay.reporting.api.ReportTable.Unit;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Table;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A report as a table with its totals. */
final class ReportTableCard extends Div {
    private final ReportTable report;
    private final Values values;
    private final Div head;

    ReportTableCard(ReportTable report, Values values, ViewContext context, Words words) {
        this.values = values;
        this.report = report;
        addClassNames("card", "tb");
        head = Shape.box(
                "h",
                Shape.text("", report.kind().name(context.locale())),
                Shape.count("", report.rows().size()),
                Shape.space());
        Table table = new Table(report.kind().name(context.locale()));
        table.getElement().setAttribute("data-testid", "report-table");
        report.columns()
                .forEach(column -> table.column(column.heading(context.locale()), Values.numeric(column.unit())));
        report.rows().forEach(row -> table.row(cells(row)));
        if (!report.totals().isEmpty()) {
            table.foot(totals(words.get("total")));
        }
        add(head, Shape.box("tw", table));
    }

    void addToHead(Component part) {
        head.add(part);
    }

    private List<Component> cells(List<Object> row) {
        List<Component> cells = new ArrayList<>();
        for (int i = 0; i < report.columns().size(); i++) {
            Column column = report.columns().get(i);
            Object value = i < row.size() ? row.get(i) : Optional.empty();
            cells.add(cell(column, value, row, i == 0));
        }
        return cells;
    }

    /** Totals: no word where a sum makes no sense. */
    private List<Component> totals(String total) {
        List<Component> cells = new ArrayList<>();
        for (int i = 0; i < report.columns().size(); i++) {
            Object value = i < report.totals().size() ? report.totals().get(i) : Optional.empty();
            if (value instanceof Optional<?>) {
                cells.add(Table.cell(i == 0 ? total : ""));
            } else {
                cells.add(cell(report.columns().get(i), value, report.totals(), i == 0));
            }
        }
        return cells;
    }

    private Component cell(Column column, Object value, List<Object> row, boolean first) {
        String text = values.shown(value, column, row);
        if (column.unit() == Unit.SHARE && value instanceof Double share) {
            return share(share, text);
        } else if (Values.numeric(column.unit())) {
            return Table.number(text);
        }
        return first ? Table.cell(Shape.tag("b", "", text)) : Table.cell(text);
    }

    private Component share(double share, String text) {
        double goal = report.chart().flatMap(ReportTable.Chart::goal).orElse(-1.0);
        String tone = goal < 0 ? "" : share >= goal ? "ok" : share >= goal - 0.05 ? "wa" : "er";
        var meter = Shape.meter(tone, share, goal);
        meter.getStyle().set("width", "72px");
        var number = Shape.text(("num " + tone).trim(), text);
        number.getStyle().set("width", "52px");
        var line = Shape.line("row", meter, number);
        line.getStyle().set("justify-content", "flex-end");
        return Table.number(line);
    }
}
