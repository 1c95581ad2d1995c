// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.reporting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.patchbay.reporting.api.ReportTable;
import io.patchbay.reporting.api.ReportTable.Column;
import io.patchbay.ui.kit.part.EChart;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.stream.Collectors;

/** Amounts as bars, shares as lines with their goal: two charts, never two axes in one. */
final class ReportCharts extends Div {
    private final ReportTable table;
    private final ViewContext context;

    ReportCharts(ReportTable table, Values values, ViewContext context, Component forms) {
        this.table = table;
        this.context = context;
        ReportTable.Chart chart = table.chart().orElseThrow();
        boolean both = !chart.bars().isEmpty() && !chart.lines().isEmpty();
        addClassNames("charts", both ? "two" : "one");
        ChartOption option = new ChartOption(table, values, context.locale());
        if (!chart.bars().isEmpty()) {
            add(card(chart.bars(), option.bars(chart.bars()), forms));
        }
        if (!chart.lines().isEmpty()) {
            add(card(chart.lines(), option.lines(chart.lines(), chart.goal()), both ? Shape.space() : forms));
        }
    }

    private Component card(List<String> keys, String option, Component extra) {
        String name = keys.stream().map(this::heading).collect(Collectors.joining(" · "));
        EChart chart = new EChart(name);
        chart.draw(option);
        chart.getElement().setAttribute("data-testid", "report-chart");
        return Shape.box("card ct", Shape.box("h", Shape.text("", name), Shape.space(), extra), chart);
    }

    private String heading(String key) {
        return table.columns().stream()
                .filter(column -> column.key().equals(key))
                .findFirst()
                .map((Column column) -> column.heading(context.locale()))
                .orElse(key);
    }
}
