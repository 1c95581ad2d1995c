// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.routes;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import io.patchbay.camel.api.RouteLine;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Table;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** The cells of a route that change all the time. */
final class FigureCells {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final ViewContext context;
    private final Words words;
    private final HtmlContainer total = Table.number("");
    private final HtmlContainer failed = Table.number("");
    private final HtmlContainer now = Table.number("");
    private final HtmlContainer mean = Table.number("");
    private final Div reason = Shape.box("wr", "");
    private final Div at = Shape.box("s t2", "");
    private final HtmlContainer failure = Table.cell(reason, at);

    FigureCells(ViewContext context, Words words) {
        this.context = context;
        this.words = words;
    }

    HtmlContainer total() {
        return total;
    }

    HtmlContainer failed() {
        return failed;
    }

    HtmlContainer now() {
        return now;
    }

    HtmlContainer mean() {
        return mean;
    }

    HtmlContainer failure() {
        return failure;
    }

    void write(RouteLine line) {
        RouteLine.Figures figures = line.figures();
        total.setText(String.valueOf(figures.total()));
        failed.setText(String.valueOf(figures.failed()));
        failed.setClassName("er", figures.failed() > 0);
        now.setText(String.valueOf(figures.inFlight()));
        mean.setText(words.get("millis", String.valueOf(figures.mean().toMillis())));
        reason.setText(line.lastFailure().map(RouteLine.Failure::reason).orElse("–"));
        at.setText(line.lastFailure().map(last -> time(last.at(), context)).orElse(""));
    }

    /** A time on the clock of who looks. */
    static String time(Instant at, ViewContext context) {
        return TIME.format(at.atZone(context.zone()));
    }
}
