// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.features;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import io.patchbay.api.command.CommandResult;
import io.patchbay.provision.api.FeatureCommand;
import io.patchbay.provision.api.FeaturePlan;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Segments;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a change would do, what becomes of running contacts, and the press that does it. */
final class PlanCard extends Div {
    private static final int USUAL_DRAIN_SECONDS = 60;

    private final FeatureCommand wish;
    private final ViewContext context;
    private final Words words;
    private final Runnable away;
    private final Span problem = Shape.text("er s", "");
    private final IntegerField seconds = new IntegerField();
    private boolean end;

    PlanCard(FeatureCommand wish, ViewContext context, Words words, Runnable away) {
        this.wish = wish;
        this.context = context;
        this.words = words;
        this.away = away;
        addClassName("card");
        problem.getElement().setAttribute("role", "alert").setAttribute("data-testid", "plan-problem");
        getElement().setAttribute("data-testid", "plan").setAttribute("aria-live", "polite");
        add(Vacant.loading(3));
    }

    void show(FeaturePlan plan) {
        removeAll();
        getElement().setAttribute("data-allowed", String.valueOf(plan.allowed()));
        add(Shape.tag("header", "h bb", Shape.text("b", words.get("plan." + kind(), plan.version())), Shape.space()));
        Div body = Shape.box("bdy");
        body.getStyle().set("display", "grid").set("gap", "12px").set("padding-top", "12px");
        plan.refusals().forEach(one -> body.add(Shape.tip("er", "alert", one.text(context.locale()))));
        list(body, "plan.come", plan.bundles().come());
        list(body, "plan.go", plan.bundles().go());
        list(body, "plan.restart", plan.bundles().restart());
        if (plan.allowed()) {
            body.add(Shape.tip("ok", "shieldok", words.get("plan.nothingElse")));
        }
        if (plan.allowed() && plan.running() > 0) {
            body.add(running(plan));
        }
        body.add(problem, buttons(plan));
        add(body);
    }

    private String kind() {
        if (wish instanceof FeatureCommand.Install) {
            return "install";
        }
        return wish instanceof FeatureCommand.Update ? "update" : "uninstall";
    }

    private void list(Div body, String key, List<String> bundles) {
        if (!bundles.isEmpty()) {
            body.add(Shape.box(
                    "",
                    Shape.box("s t2", words.get(key, String.valueOf(bundles.size()))),
                    Shape.box("mono wr", String.join(", ", bundles))));
        }
    }

    private Component running(FeaturePlan plan) {
        String live = plan.live().entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
        seconds.setValue(USUAL_DRAIN_SECONDS);
        seconds.setMin(1);
        seconds.setMax(3600);
        seconds.setSuffixComponent(Shape.text("t2", words.get("seconds")));
        seconds.setAriaLabel(words.get("plan.wait"));
        Segments choice = new Segments(words.get("plan.running", live), key -> {
                    end = key.equals("end");
                    seconds.setEnabled(!end);
                })
                .choice("wait", words.get("plan.wait"))
                .choice("end", words.get("plan.end"))
                .select("wait");
        return Shape.box(
                "", Shape.tip("wa", "phone", words.get("plan.running", live)), Shape.line("row", choice, seconds));
    }

    private Component buttons(FeaturePlan plan) {
        Span row = Shape.line("row");
        row.add(new Press("btn", words.get("cancel")).test("plan-cancel").does(away));
        if (plan.allowed()) {
            row.add(new Press(kind().equals("uninstall") ? "btn er" : "btn p", words.get("plan." + kind() + ".do"))
                    .test("plan-do")
                    .guarded("plan")
                    .does(() -> carryOut(plan)));
        }
        return row;
    }

    private void carryOut(FeaturePlan plan) {
        removeAll();
        add(Shape.box("bdy", Shape.tip("pr", "clock", words.get("plan.working")), problem));
        context.run(withDrain(plan), result -> {
            if (result instanceof CommandResult.Refused no) {
                show(plan);
                problem.setText(no.problem().text(context.locale()));
            } else {
                away.run();
            }
        });
    }

    private FeatureCommand withDrain(FeaturePlan plan) {
        Optional<Duration> drain = plan.running() == 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(
                        end ? 0 : Optional.ofNullable(seconds.getValue()).orElse(USUAL_DRAIN_SECONDS)));
        if (wish instanceof FeatureCommand.Uninstall uninstall) {
            return new FeatureCommand.Uninstall(uninstall.feature(), drain);
        }
        return wish instanceof FeatureCommand.Update update
                ? new FeatureCommand.Update(update.feature(), update.version(), drain)
                : wish;
    }
}
