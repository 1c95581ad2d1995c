// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.command.Command;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.queue.QueueCommand;
import io.patchbay.api.queue.Skill;
import io.patchbay.ui.kit.form.EditForm;
import io.patchbay.ui.kit.form.ListAndForm;
import io.patchbay.ui.kit.form.ListAndForm.Item;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Optional;

/** Skills. */
final class SkillSection {
    private final Settings settings;
    private final ViewContext context;
    private final Words words;
    private final String chosen;

    SkillSection(Settings settings, ViewContext context, Words words, Optional<String> thing) {
        this.settings = settings;
        this.context = context;
        this.words = words;
        this.chosen = thing.orElse("");
    }

    Component section() {
        List<Skill> skills = settings.queues().skills();
        List<Item> items = skills.stream()
                .map(one -> new Item(one.id().value(), one.name(), one.id().value(), "star", false))
                .toList();
        ListAndForm view = new ListAndForm("admin/skills", words.get("section.skills"), items, chosen, context);
        Optional<Skill> skill =
                skills.stream().filter(one -> one.id().value().equals(chosen)).findFirst();
        boolean create = chosen.equals(ListAndForm.NEW);
        view.form(create || skill.isPresent() ? form(skill) : Vacant.page(words.get("choose"), ""));
        return view;
    }

    private Component form(Optional<Skill> skill) {
        Inputs inputs = new Inputs(words);
        EditForm form = new EditForm(skill.map(Skill::name).orElse(words.get("skill.new")), "", context);
        TextField id = form.field(
                "id", inputs.id("skill.id", skill.map(one -> one.id().value()).orElse("")));
        TextField name = form.field(
                "name", inputs.text("skill.name", skill.map(Skill::name).orElse(""), 80));
        form.section(words.get("skill.what"), "g2", id, name);
        form.saves(() -> "admin/skills/" + id.getValue(), () -> {
            if (name.isEmpty()) {
                form.wrong("name", words.get("needed"));
            } else if (!id.getValue().matches("[a-z0-9][a-z0-9._-]{0,63}")) {
                form.wrong("id", words.get("id.form"));
            } else {
                Skill wanted =
                        new Skill(new SkillId(id.getValue()), name.getValue().strip());
                return Optional.<Command>of(new QueueCommand.SaveSkill(wanted));
            }
            return Optional.empty();
        });
        skill.ifPresent(one -> form.removes(one.name(), new QueueCommand.RemoveSkill(one.id()), "admin/skills"));
        return form;
    }
}
