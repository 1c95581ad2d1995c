// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.reporting;

import com.vaadin.flow.component.html.Div;
import io.patchbay.reporting.api.ReportTable;
import io.patchbay.reporting.api.ReportTable.Column;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.Optional;

/** The totals of a report as up to five large figures. */
final class ReportFigures extends Div {
    private static final int MOST = 5;

    ReportFigures(ReportTable table, Values values, ViewContext context) {
        addClassNames("card", "ks");
        int shown = 0;
        for (int i = 0; i < table.totals().size() && shown < MOST; i++) {
            Column column = table.columns().get(i);
            Object value = table.totals().get(i);
            if (Values.numeric(column.unit()) && !(value instanceof Optional<?>)) {
                shown++;
                add(Shape.box(
                        "k1",
                        Shape.text("s t2", column.heading(context.locale())),
                        Shape.tag("b", "kb num", values.shown(value, column))));
            }
        }
        setVisible(shown > 0);
    }
}
