// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.routes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.command.Command;
import io.patchbay.camel.api.RouteCommand;
import io.patchbay.camel.api.RouteContext;
import io.patchbay.camel.api.RouteContext.State;
import io.patchbay.camel.api.RouteLine;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Table;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A bundle or file with its routes. */
final class ContextCard extends HtmlContainer {
    private final ContextFacts facts;
    private final ViewContext context;
    private final Words words;
    private final Consumer<Command> run;
    private final Map<String, FigureCells> figures = new LinkedHashMap<>();

    ContextCard(ContextFacts facts, ViewContext context, Words words, Consumer<Command> run) {
        super("section");
        this.facts = facts;
        this.context = context;
        this.words = words;
        this.run = run;
        String name = facts.context().name();
        addClassName("card");
        getElement().setAttribute("data-testid", "context-" + name);
        add(head(name));
        if (facts.hasProblem()) {
            add(problem(name));
        }
        if (!facts.routes().isEmpty()) {
            Table table = table(name);
            facts.routes().forEach(line -> row(table, line));
            add(Shape.box("tw", table));
        }
    }

    private Component head(String name) {
        return Shape.tag(
                "header",
                facts.routes().isEmpty() ? "h" : "h bb",
                Shape.text("b el", name),
                badge(facts.context().state()),
                Shape.space(),
                Shape.text(
                        "s t2",
                        words.get("origin." + facts.context().origin().name().toLowerCase(Locale.ROOT))));
    }

    private Component problem(String name) {
        String text = facts.context().problem();
        Div tip = facts.goesOn() ? Shape.tip("wa", "alert", words.get("goesOn", text)) : Shape.tip("er", "alert", text);
        tip.addClassName("rtp");
        tip.getElement().setAttribute("data-testid", "problem-" + name);
        return tip;
    }

    private Table table(String name) {
        return new Table(name)
                .column(words.get("route"), false)
                .column(words.get("state"), false)
                .column(words.get("total"), true)
                .column(words.get("failed"), true)
                .column(words.get("now"), true)
                .column(words.get("mean"), true)
                .column(words.get("failure"), false)
                .column("", true);
    }

    private Component badge(State state) {
        String word = words.get("state." + state.name().toLowerCase(Locale.ROOT));
        return switch (state) {
            case STARTED -> Shape.badge("ok", "check", word);
            case STARTING -> Shape.badge("pr", "clock", word);
            case STOPPED -> Shape.badge("wa", "pause", word);
            case REFUSED -> Shape.badge("er", "alert", word);
        };
    }

    private void row(Table table, ContextFacts.Line line) {
        FigureCells cells = new FigureCells(context, words);
        figures.put(line.id(), cells);
        Component route = Table.cell(Shape.text("b", line.id()), Shape.box("mono t2 el", line.from()));
        HtmlContainer row = table.row(List.of(
                route,
                Table.cell(badge(line.started() ? State.STARTED : State.STOPPED)),
                cells.total(),
                cells.failed(),
                cells.now(),
                cells.mean(),
                cells.failure(),
                Table.number(press(line))));
        row.addClassName("two");
        row.getElement().setAttribute("data-testid", "route-" + line.id());
    }

    private Component press(ContextFacts.Line line) {
        String name = facts.context().name();
        Optional<String> route = Optional.of(line.id());
        if (!context.scope().may(RouteCommand.PERMISSION)) {
            return Shape.space();
        }
        return line.started()
                ? new Press("btn s", words.get("stop"))
                        .guarded("stop")
                        .test("stop-" + line.id())
                        .does(() -> run.accept(new RouteCommand.Stop(name, route)))
                : new Press("btn s p", words.get("start"))
                        .guarded("start")
                        .test("start-" + line.id())
                        .does(() -> run.accept(new RouteCommand.Start(name, route)));
    }

    /** Writes the figures of now. */
    void write(RouteContext now) {
        for (RouteLine line : now.routes()) {
            Optional.ofNullable(figures.get(line.id())).ifPresent(cells -> cells.write(line));
        }
    }
}
