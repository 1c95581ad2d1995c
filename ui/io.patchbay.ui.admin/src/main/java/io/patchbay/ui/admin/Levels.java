// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.queue.Skill;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Skills with a level each, to add and take away. */
final class Levels extends Div {
    private static final int BEST = 10;
    private static final int USUAL = 5;

    private final List<Skill> skills;
    private final Words words;
    private final Map<SkillId, IntegerField> levels = new LinkedHashMap<>();
    private final Select<Skill> more = new Select<>();
    private boolean filling;

    Levels(List<Skill> skills, Map<SkillId, Integer> present, Words words) {
        this.skills = skills;
        this.words = words;
        addClassNames("row", "nds");
        present.forEach(this::level);
        more.setItemLabelGenerator(skill -> skill == null ? "" : skill.name());
        more.setPlaceholder(words.get("levels.add"));
        more.setAriaLabel(words.get("levels.add"));
        more.getStyle().set("width", "140px");
        more.getElement().setAttribute("data-testid", "add-skill");
        more.addValueChangeListener(change -> {
            if (!filling && change.getValue() != null) {
                level(change.getValue().id(), USUAL);
                draw();
            }
        });
        draw();
    }

    private void level(SkillId skill, int level) {
        IntegerField field = new IntegerField();
        field.setMin(1);
        field.setMax(BEST);
        field.setStepButtonsVisible(true);
        field.setValue(level);
        field.setAriaLabel(words.get("levels.of", name(skill)));
        field.getElement().setAttribute("data-testid", "level-" + skill);
        levels.put(skill, field);
    }

    private String name(SkillId id) {
        return skills.stream()
                .filter(skill -> skill.id().equals(id))
                .findFirst()
                .map(Skill::name)
                .orElse(id.value());
    }

    private void draw() {
        removeAll();
        levels.forEach((skill, field) -> {
            Press drop = new Press("btn q io xs", "").icon("x b12").named(words.get("levels.drop", name(skill)));
            drop.does(() -> {
                levels.remove(skill);
                draw();
            });
            add(Shape.line("nd", Shape.tag("b", "", name(skill)), Shape.text("t2", "≥"), field, drop));
        });
        filling = true;
        more.setItems(
                skills.stream().filter(skill -> !levels.containsKey(skill.id())).toList());
        more.clear();
        filling = false;
        add(more);
    }

    /** Whether each level is 1 to 10. */
    boolean right() {
        return levels.values().stream()
                .allMatch(field -> field.getValue() != null && field.getValue() >= 1 && field.getValue() <= BEST);
    }

    Map<SkillId, Integer> value() {
        Map<SkillId, Integer> value = new LinkedHashMap<>();
        levels.forEach((skill, field) -> value.put(skill, field.getValue()));
        return value;
    }
}
