// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.town;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.agent.AgentCommand;
import io.patchbay.api.agent.Agents;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.AgentId;
import io.patchbay.demo.api.FirstSteps;
import io.patchbay.demo.api.FirstSteps.Stage;
import io.patchbay.demo.api.FirstSteps.Tour;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A newcomer's first page: one contact of each channel, each ticked when it was answered and closed. */
final class StartView extends Div {
    private final Supplier<Optional<FirstSteps>> steps;
    private final Agents agents;
    private final ViewContext context;
    private final Words words;
    private final Span progress = Shape.text("t2", "");
    private final Div meter = Shape.box("");
    private final Div presence = Shape.box("");
    private final Span problem = Shape.text("er s", "");
    private final Div list = Shape.box("sts");
    private final List<StepCard> cards = new ArrayList<>();
    private final Div done = Shape.box("");
    private Optional<Tour> shown = Optional.empty();
    private Optional<Boolean> ready = Optional.empty();

    StartView(Supplier<Optional<FirstSteps>> steps, Agents agents, ViewContext context) {
        this.steps = steps;
        this.agents = agents;
        this.context = context;
        words = Words.of(StartView.class, context.locale());
        addClassNames("view", "st");
        problem.getElement().setAttribute("role", "alert").setAttribute("data-testid", "start-problem");
        progress.getElement().setAttribute("aria-live", "polite").setAttribute("data-testid", "start-progress");
        Div head = Shape.box(
                "sth",
                Shape.tag("h2", "", words.get("start.welcome")),
                Shape.tag("p", "t2", words.get("start.what")),
                Shape.box("row g3", meter, progress));
        add(Shape.box("stw", head, presence, problem, list, done));
        context.frame(new Div(), new Div());
        context.every(Duration.ofSeconds(1), this::refresh);
        refresh();
    }

    private void refresh() {
        Optional<FirstSteps> there = steps.get();
        if (there.isEmpty()) {
            list.removeAll();
            cards.clear();
            list.add(Vacant.page(words.get("away.title"), words.get("away.words")));
            shown = Optional.empty();
            return;
        }
        context.load(() -> there.get().tour(context.user()), this::show);
    }

    private void show(Tour tour) {
        boolean isReady = agents.desk(
                        context.scope(), new AgentId(context.user().value()))
                .filter(desk -> desk.state().presence() instanceof Presence.Ready)
                .isPresent();
        if (ready.filter(before -> before == isReady).isEmpty()) {
            ready = Optional.of(isReady);
            presence(isReady, tour.extension().isPresent());
            shown = Optional.empty();
        }
        if (shown.filter(tour::equals).isEmpty()) {
            shown = Optional.of(tour);
            draw(tour, isReady);
        }
    }

    private void presence(boolean isReady, boolean hasDesk) {
        presence.removeAll();
        if (isReady) {
            return;
        } else if (!hasDesk) {
            presence.add(Shape.tip("pr", "info", words.get("start.noDesk")));
            return;
        }
        Press go = new Press("btn ok", words.get("start.ready"))
                .icon("check")
                .test("start-ready")
                .does(() -> run(new AgentCommand.ChangePresence(
                        new AgentId(context.user().value()), new Presence.Ready())));
        Div tip = Shape.tip("pr", "info", words.get("start.notReady"));
        tip.add(Shape.space(), go);
        presence.add(tip);
    }

    private void draw(Tour tour, boolean isReady) {
        long ticked =
                tour.steps().stream().filter(step -> step.stage() == Stage.DONE).count();
        int all = tour.steps().size();
        progress.setText(words.get("start.progress", String.valueOf(ticked), String.valueOf(all)));
        meter.removeAll();
        meter.add(Shape.meter(ticked == all ? "ok" : "", (double) ticked / all, -1));
        if (cards.isEmpty()) {
            list.removeAll();
            for (FirstSteps.Step step : tour.steps()) {
                StepCard card = new StepCard(cards.size() + 1, step.channel(), words, this::run, this::go);
                cards.add(card);
                list.add(card);
            }
        }
        Optional<FirstSteps.Step> next =
                tour.steps().stream().filter(step -> step.stage() != Stage.DONE).findFirst();
        for (int i = 0; i < cards.size(); i++) {
            FirstSteps.Step step = tour.steps().get(i);
            boolean isNext = isReady && next.filter(step::equals).isPresent();
            cards.get(i).show(step, tour, new StepCard.Turn(isReady, isNext));
        }
        done.removeAll();
        if (tour.done()) {
            done.add(finished());
        }
    }

    private Div finished() {
        Div tip = Shape.tip("ok", "check", words.get("start.done"));
        tip.getElement().setAttribute("data-testid", "start-done");
        tip.add(Shape.space());
        tip.add(new Press("btn p", words.get("start.desk")).icon("desk").does(() -> go("desk")));
        return tip;
    }

    private void go(String place) {
        context.go(Place.parse(place));
    }

    private void run(Command command) {
        context.run(command, result -> {
            List<String> said = result instanceof CommandResult.Refused no
                    ? List.of(no.problem().text(context.locale()))
                    : List.of();
            problem.setText(String.join("", said));
            shown = Optional.empty();
            refresh();
        });
    }
}
