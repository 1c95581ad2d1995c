// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.command.Command;
import io.patchbay.api.id.RoleId;
import io.patchbay.api.people.PeopleCommand;
import io.patchbay.api.people.Role;
import io.patchbay.spi.event.PermissionType;
import io.patchbay.ui.kit.form.EditForm;
import io.patchbay.ui.kit.form.ListAndForm;
import io.patchbay.ui.kit.form.ListAndForm.Item;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Roles: a name and what it may, in words, for everything that is installed. */
final class RoleSection {
    private static final RoleId ADMINISTRATOR = new RoleId("administrator");

    private final Settings settings;
    private final ViewContext context;
    private final Words words;
    private final String chosen;

    RoleSection(Settings settings, ViewContext context, Words words, Optional<String> thing) {
        this.settings = settings;
        this.context = context;
        this.words = words;
        this.chosen = thing.orElse("");
    }

    Component section() {
        List<Role> roles = settings.people().roles();
        List<Item> items = roles.stream()
                .map(one -> new Item(
                        one.id().value(),
                        one.name(),
                        String.valueOf(one.permissions().size()),
                        "shield",
                        false))
                .toList();
        ListAndForm view = new ListAndForm("admin/roles", words.get("section.roles"), items, chosen, context);
        Optional<Role> role =
                roles.stream().filter(one -> one.id().value().equals(chosen)).findFirst();
        boolean create = chosen.equals(ListAndForm.NEW);
        view.form(create || role.isPresent() ? form(role) : Vacant.page(words.get("choose"), ""));
        return view;
    }

    private Component form(Optional<Role> role) {
        Inputs inputs = new Inputs(words);
        boolean all = role.filter(one -> one.id().equals(ADMINISTRATOR)).isPresent();
        EditForm form = new EditForm(
                role.map(Role::name).orElse(words.get("role.new")), all ? words.get("role.all") : "", context);
        TextField id = form.field(
                "id", inputs.id("role.id", role.map(one -> one.id().value()).orElse("")));
        TextField name =
                form.field("name", inputs.text("role.name", role.map(Role::name).orElse(""), 80));
        form.section(words.get("role.what"), "g2", id, name);
        Map<String, Checkbox> boxes = new LinkedHashMap<>();
        form.section(
                words.get("role.may"),
                "",
                permissions(
                        settings.permissions().get(),
                        role.map(Role::permissions).orElse(Set.of()),
                        all,
                        boxes));
        form.saves(() -> "admin/roles/" + id.getValue(), () -> {
            if (name.isEmpty()) {
                form.wrong("name", words.get("needed"));
            } else if (!id.getValue().matches("[a-z0-9][a-z0-9._-]{0,63}")) {
                form.wrong("id", words.get("id.form"));
            } else {
                Set<String> may = boxes.entrySet().stream()
                        .filter(box -> box.getValue().getValue())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
                return Optional.<Command>of(new PeopleCommand.SaveRole(
                        new Role(new RoleId(id.getValue()), name.getValue().strip(), may)));
            }
            return Optional.empty();
        });
        if (!all) {
            role.ifPresent(one -> form.removes(one.name(), new PeopleCommand.RemoveRole(one.id()), "admin/roles"));
        }
        return form;
    }

    private Div permissions(List<PermissionType> types, Set<String> held, boolean all, Map<String, Checkbox> boxes) {
        Div list = Shape.box("rts");
        boolean chinese = context.locale().getLanguage().equals("zh");
        for (PermissionType type : types) {
            Checkbox box = new Checkbox(chinese ? type.chinese() : type.english(), all || held.contains(type.key()));
            box.setReadOnly(all);
            box.getElement().setAttribute("data-testid", "right-" + type.key()).setAttribute("title", type.key());
            boxes.put(type.key(), box);
            list.add(box);
        }
        return list;
    }
}
