// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.routes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.camel.api.Routes;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Tabs;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.FollowsAddress;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /integration/SECTION}: routes and dead letters, as they are now. */
final class RoutesView extends Div implements FollowsAddress {
    private static final List<String> SECTIONS = List.of("contexts", "dead-letters");

    private final Supplier<Optional<Routes>> routes;
    private final ViewContext context;
    private final Words words;
    private final Tabs tabs;
    private final Span problem = Shape.text("er s", "");
    private final Div body = new Div();
    private final ContextTable contexts;
    private final DeadLetterTable letters;
    private String section = SECTIONS.get(0);

    RoutesView(Supplier<Optional<Routes>> routes, ViewContext context) {
        this.routes = routes;
        this.context = context;
        words = Words.of(RoutesView.class, context.locale());
        tabs = new Tabs("integration", words.get("title"), key -> words.get("section." + key));
        contexts = new ContextTable(context, words, this::run);
        letters = new DeadLetterTable(context, words, this::run);
        addClassNames("view", "adw", "vow");
        problem.getElement().setAttribute("role", "alert").setAttribute("data-testid", "routes-problem");
        body.getStyle().set("min-height", "0").set("overflow", "auto");
        context.frame(new Div(), new Div());
        add(new Div(tabs, problem), body);
        context.every(Duration.ofSeconds(2), this::refresh);
    }

    @Override
    public void show(Place place) {
        section = place.segment(1).filter(SECTIONS::contains).orElse(SECTIONS.get(0));
        tabs.show(SECTIONS, section);
        context.crumb(words.get("section." + section));
        refresh();
    }

    private void refresh() {
        Optional<Routes> now = routes.get();
        if (now.isEmpty()) {
            put(Vacant.page(words.get("away.title"), words.get("away.words")));
        } else if (section.equals("contexts")) {
            contexts.show(now.get().contexts());
            put(contexts);
        } else {
            context.load(() -> now.get().deadLetters(100), newest -> {
                letters.show(newest);
                if (section.equals(SECTIONS.get(1))) {
                    put(letters);
                }
            });
        }
    }

    private void put(Component shown) {
        if (shown.getParent().isEmpty()) {
            body.removeAll();
            body.add(shown);
        }
    }

    private void run(Command command) {
        context.run(command, result -> {
            problem.setText(
                    result instanceof CommandResult.Refused no ? no.problem().text(context.locale()) : "");
            refresh();
        });
    }
}
