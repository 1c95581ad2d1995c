// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.routes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.command.Command;
import io.patchbay.camel.api.RouteCommand;
import io.patchbay.camel.api.RouteContext;
import io.patchbay.camel.api.RouteContext.State;
import io.patchbay.camel.api.RouteLine;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Table;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Each bundle and file with its routes: state, figures, last failure, start and stop. */
final class ContextTable extends Div {
    private final Words words;
    private final Consumer<Command> run;
    private final boolean mayOperate;

    ContextTable(List<RouteContext> contexts, ViewContext context, Words words, Consumer<Command> run) {
        this.words = words;
        this.run = run;
        mayOperate = context.scope().may(RouteCommand.PERMISSION);
        addClassName("vot");
        if (contexts.isEmpty()) {
            add(Vacant.page(words.get("none"), words.get("none.help")));
            return;
        }
        contexts.forEach(one -> add(card(one)));
        add(Shape.text("s t2", words.get("none.help")));
    }

    private Component card(RouteContext one) {
        Table table = new Table(one.name());
        table.column(words.get("route"), false)
                .column(words.get("state"), false)
                .column(words.get("total"), true)
                .column(words.get("failed"), true)
                .column(words.get("now"), true)
                .column(words.get("mean"), true)
                .column(words.get("from"), false)
                .column("", false);
        one.routes().forEach(line -> row(table, one, line));
        Component head = Shape.line(
                "",
                Shape.tag("b", "", one.name()),
                badge(one.state()),
                Shape.text("s t2", words.get("origin." + one.origin().name().toLowerCase(Locale.ROOT))));
        Component card = Shape.tag("section", "card", head, Shape.text("er s", one.problem()), table);
        card.getElement().setAttribute("data-testid", "context-" + one.name());
        return card;
    }

    private Component badge(State state) {
        String tone =
                switch (state) {
                    case STARTED -> "ok";
                    case STARTING, STOPPED -> "wa";
                    case REFUSED -> "er";
                };
        return Shape.badge(
                tone,
                state == State.STARTED ? "check" : "alert",
                words.get("state." + state.name().toLowerCase(Locale.ROOT)));
    }

    private void row(Table table, RouteContext one, RouteLine line) {
        RouteLine.Figures figures = line.figures();
        String failure = line.lastFailure()
                .map(last -> words.get("lastFailure", last.at().toString(), last.reason()))
                .orElse("");
        var row = table.row(List.of(
                Table.cell(Shape.tag("b", "", line.id())),
                Table.cell(badge(line.started() ? State.STARTED : State.STOPPED)),
                Table.number(String.valueOf(figures.total())),
                Table.number(String.valueOf(figures.failed())),
                Table.number(String.valueOf(figures.inFlight())),
                Table.number(words.get("millis", String.valueOf(figures.mean().toMillis()))),
                Table.cell(Shape.text("", line.from()), Shape.box("er s", failure)),
                Table.cell(mayOperate ? press(one, line) : Shape.space())));
        row.getElement().setAttribute("data-testid", "route-" + line.id());
    }

    private Component press(RouteContext one, RouteLine line) {
        Optional<String> route = Optional.of(line.id());
        return line.started()
                ? new Press("btn s", words.get("stop"))
                        .test("stop-" + line.id())
                        .does(() -> run.accept(new RouteCommand.Stop(one.name(), route)))
                : new Press("btn s p", words.get("start"))
                        .test("start-" + line.id())
                        .does(() -> run.accept(new RouteCommand.Start(one.name(), route)));
    }
}
