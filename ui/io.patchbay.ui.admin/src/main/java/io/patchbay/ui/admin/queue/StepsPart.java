// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Skills and steps: cards, the curve, goal, ring, strategy, ceiling, and all of it read out. */
final class StepsPart implements Part {
    private static final List<String> STRATEGIES =
            List.of("slack-first", "longest-idle", "least-occupied", "best-skill");
    private final Editing editing;
    private final Words words;
    private final Div list = Shape.box("qsts");
    private final Div curve = Shape.box("rxb");
    private final Div said = Shape.box("");
    private final Div body;
    private final List<StepCard> cards = new ArrayList<>();

    StepsPart(Editing editing) {
        this.editing = editing;
        this.words = editing.words;
        list.getElement().setAttribute("role", "list");
        Press add = new Press("btn s", words.get("step.add"))
                .icon("plus b14")
                .test("step-add")
                .does(() -> {
                    editing.draft.steps.add();
                    redraw();
                });
        said.getElement().setAttribute("data-testid", "read-out");
        Component title = Shape.box(
                "row", Shape.tag("h3", "", words.get("step.title")), Shape.text("s t3", words.get("step.under")));
        Component chart = Shape.box(
                "rxw",
                Shape.box(
                        "row s",
                        Shape.tag("b", "", words.get("curve.title")),
                        Shape.text("t3", words.get("curve.under"))),
                curve);
        body = Shape.box("qpart wide", title, list, add, chart, numbers(), said);
        cards();
    }

    private Component numbers() {
        String present = editing.draft.strategy;
        List<String> items = Stream.concat(STRATEGIES.stream(), Stream.of(present))
                .distinct()
                .toList();
        Select<String> strategy = editing.fields.choice(
                "strategy",
                items,
                one -> words.or("strategy." + one, one),
                present,
                chosen -> editing.draft.strategy = chosen);
        strategy.setLabel(words.get("text.strategy"));
        strategy.setHelperText(words.or("strategy." + present + ".help", ""));
        strategy.addValueChangeListener(
                change -> strategy.setHelperText(words.or("strategy." + change.getValue() + ".help", "")));
        return Shape.box(
                "g5",
                editing.fields.amount(Amount.SHARE),
                editing.fields.amount(Amount.WITHIN),
                editing.fields.amount(Amount.RING),
                strategy,
                editing.fields.amount(Amount.OVERTAKING));
    }

    private void cards() {
        list.removeAll();
        cards.clear();
        for (int i = 0; i < editing.draft.steps.size(); i++) {
            StepCard card = new StepCard(editing, i, this::redraw);
            cards.add(card);
            list.add(card);
        }
    }

    private void redraw() {
        cards();
        editing.changed();
    }

    @Override
    public Component body() {
        return body;
    }

    @Override
    public void refresh(List<Fault> faults) {
        List<DraftStep> steps = editing.draft.steps.all();
        List<FitCurve.Point> points = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            String place = "step-" + (i + 1);
            List<Fault> own =
                    faults.stream().filter(one -> one.place().equals(place)).toList();
            Coverage.Fit fit = editing.coverage().of(steps.get(i));
            cards.get(i).refresh(fit, own);
            points.add(new FitCurve.Point(steps.get(i).from().orElse(0), fit.fit(), !own.isEmpty()));
        }
        draw(points);
        ReadOut read = new ReadOut(words, editing.names);
        editing.said(
                said,
                read.text(editing.draft, step -> editing.coverage().of(step).fit()));
    }

    private void draw(List<FitCurve.Point> points) {
        String label = String.join(
                words.get("list"),
                points.stream()
                        .map(one -> words.get("curve.point", String.valueOf(one.from()), String.valueOf(one.fit())))
                        .toList());
        int goal = editing.draft.amount(Amount.WITHIN).orElse(0);
        FitCurve.Captions captions = new FitCurve.Captions(
                words.get("step.seconds"),
                words.get("curve.goal", String.valueOf(goal)),
                words.get("curve.people"),
                words.get("curve.label", label));
        FitCurve.draw(points, goal, captions).ifPresent(svg -> {
            curve.removeAll();
            curve.add(new Svg(svg));
        });
    }
}
