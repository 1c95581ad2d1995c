// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.PeopleCommand.ChangeSkills;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.Skill;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An agent's skills with their levels, changed on the floor; nothing counts until it is applied. */
final class SkillLevels extends Div {
    private static final int BEST = 10;

    private final Words words;
    private final Map<SkillId, Integer> before;
    private final Map<SkillId, Integer> levels;
    private final Press apply;

    SkillLevels(Words words, List<Skill> skills, Person person, Supervision supervision) {
        this.words = words;
        before = new TreeMap<>(person.work().skills());
        levels = new TreeMap<>(before);
        UserId user = person.user();
        apply = new Press("btn p s", words.get("skills.apply"))
                .test("skills-apply")
                .does(() -> supervision.run(new ChangeSkills(user, Map.copyOf(levels)), this::applied));
        getElement().setAttribute("data-testid", "skills");
        add(Shape.text("lab", words.get("skills")));
        skills.forEach(skill -> add(new Row(skill)));
        add(apply);
        apply.setVisible(false);
    }

    private void applied() {
        before.clear();
        before.putAll(levels);
        getChildren().filter(Row.class::isInstance).forEach(row -> ((Row) row).draw());
        apply.setVisible(false);
    }

    /** One skill; its buttons stay where they are, so that quick presses all count. */
    private final class Row extends Div {
        private final Skill skill;
        private final Span level = Shape.text("num", "");
        private final Press less;
        private final Press more;

        Row(Skill skill) {
            this.skill = skill;
            less = new Press("btn q xs io", "−")
                    .named(words.get("skills.less", skill.name()))
                    .test("skill-less-" + skill.id())
                    .does(() -> set(level() - 1));
            more = new Press("btn q xs io", "+")
                    .named(words.get("skills.more", skill.name()))
                    .test("skill-more-" + skill.id())
                    .does(() -> set(level() + 1));
            addClassNames("row", "s");
            add(Shape.text("el sp", skill.name()), less, level, more);
            draw();
        }

        private int level() {
            return levels.getOrDefault(skill.id(), 0);
        }

        private void set(int wanted) {
            if (wanted == 0) {
                levels.remove(skill.id());
            } else {
                levels.put(skill.id(), wanted);
            }
            draw();
            apply.setVisible(!levels.equals(before));
        }

        private void draw() {
            level.setText(level() == 0 ? "–" : String.valueOf(level()));
            boolean changed = level() != before.getOrDefault(skill.id(), 0);
            level.setClassName("b", changed);
            level.setClassName("pr", changed);
            less.setEnabled(level() > 0);
            more.setEnabled(level() < BEST);
        }
    }
}
