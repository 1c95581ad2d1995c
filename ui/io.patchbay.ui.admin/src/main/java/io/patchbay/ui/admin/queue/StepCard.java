// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.queue.Skill;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import java.util.List;
import java.util.Optional;

/** One step: from when to when, what it asks for, how many fit. */
final class StepCard extends Div {
    private final Editing editing;
    private final Words words;
    private final StepList steps;
    private final int index;
    private final Runnable redraw;
    private final Span from = Shape.text("b num", "");
    private final Span fit = Shape.line("s nb");
    private final Div error = Shape.box("err1");
    private Optional<IntegerField> end = Optional.empty();

    StepCard(Editing editing, int index, Runnable redraw) {
        this.editing = editing;
        this.words = editing.words;
        this.steps = editing.draft.steps;
        this.index = index;
        this.redraw = redraw;
        addClassName("qst");
        getElement().setAttribute("data-testid", "step-" + (index + 1)).setAttribute("role", "listitem");
        error.getElement().setAttribute("role", "alert");
        Component number = Shape.tag("b", "sn", String.valueOf(index + 1));
        add(number, Shape.box("sbx", head(), needs(), error));
    }

    private Component head() {
        Div head = Shape.box("row", Shape.text("s t2", words.get("step.from")), from);
        if (last()) {
            head.add(Shape.text("s t2", words.get("step.open")));
        } else {
            IntegerField until =
                    editing.fields.number(steps.get(index + 1).from(), seconds -> steps.begins(index + 1, seconds));
            until.setWidth("76px");
            until.setAriaLabel(words.get("step.end", String.valueOf(index + 1)));
            until.getElement().setAttribute("data-testid", "step-end-" + (index + 1));
            end = Optional.of(until);
            head.add(Shape.text("s t2", words.get("step.to")), until, Shape.text("s t2", words.get("step.seconds")));
        }
        head.add(Shape.space(), fit, press("up", index > 0, () -> steps.swap(index - 1)));
        head.add(press("down", !last(), () -> steps.swap(index)));
        head.add(press("x", steps.size() > 1, () -> steps.remove(index)));
        return head;
    }

    private Press press(String icon, boolean can, Runnable change) {
        Press press = new Press("btn q io xs", "")
                .icon(icon + " b14")
                .named(words.get("step.act." + icon, String.valueOf(index + 1)))
                .test("step-" + icon + "-" + (index + 1))
                .does(() -> structure(change));
        press.setEnabled(can);
        return press;
    }

    private Component needs() {
        Div row = Shape.box("row nds");
        DraftStep step = steps.get(index);
        step.needs().forEach((skill, level) -> row.add(need(skill, level)));
        if (step.needs().isEmpty()) {
            row.add(Shape.line("nd any", Shape.tag("b", "", words.get("step.anyone"))));
        }
        List<Skill> more = editing.services.queues().skills().stream()
                .filter(skill -> !step.needs().containsKey(skill.id()))
                .toList();
        if (!more.isEmpty()) {
            row.add(adding(more));
        }
        return row;
    }

    private Component need(SkillId skill, int level) {
        String name = editing.names.skill().apply(skill);
        IntegerField field =
                editing.fields.number(Optional.of(level), typed -> steps.level(index, skill, typed.orElse(0)));
        field.setMin(1);
        field.setMax(10);
        field.setStepButtonsVisible(true);
        field.setAriaLabel(words.get("step.level", name));
        field.getElement().setAttribute("data-testid", "level-" + (index + 1) + "-" + skill);
        Press drop = new Press("btn q io xs", "")
                .icon("x b12")
                .named(words.get("step.drop", name))
                .test("drop-" + (index + 1) + "-" + skill)
                .does(() -> structure(() -> steps.drop(index, skill)));
        return Shape.line("nd", Shape.tag("b", "", name), Shape.text("t2", "≥"), field, drop);
    }

    private Component adding(List<Skill> skills) {
        Select<Skill> add = new Select<>();
        add.setItems(skills);
        add.setItemLabelGenerator(skill -> skill == null ? "" : skill.name());
        add.setPlaceholder(words.get("step.skill"));
        add.setAriaLabel(words.get("step.skill"));
        add.setWidth("120px");
        add.getElement().setAttribute("data-testid", "add-skill-" + (index + 1));
        add.addValueChangeListener(
                change -> structure(() -> steps.need(index, change.getValue().id())));
        return add;
    }

    private void structure(Runnable change) {
        change.run();
        redraw.run();
    }

    private boolean last() {
        return index + 1 == steps.size();
    }

    /** Shows its begin, who fits and what is wrong. */
    void refresh(Coverage.Fit now, List<Fault> faults) {
        from.setText(steps.get(index).from().map(String::valueOf).orElse("–"));
        fit.removeAll();
        fit.add(
                Shape.tag("b", "num", String.valueOf(now.fit())),
                Shape.text("", " " + words.get("step.fit")),
                Shape.text("t3", " · " + words.get("step.free", String.valueOf(now.free()))));
        setClassName("bad", !faults.isEmpty());
        end.ifPresent(field -> field.setInvalid(!faults.isEmpty()));
        error.removeAll();
        faults.stream()
                .findFirst()
                .ifPresent(fault -> error.add(Shape.icon("alert b14"), Shape.text("", editing.say(fault))));
        error.setVisible(!faults.isEmpty());
    }
}
