// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.command.Command;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.people.PeopleCommand;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Role;
import io.patchbay.api.people.Unit;
import io.patchbay.ui.kit.form.EditForm;
import io.patchbay.ui.kit.form.ListAndForm;
import io.patchbay.ui.kit.form.ListAndForm.Item;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** People: account, unit, roles, skills, capacity. */
final class PeopleSection {
    private static final List<String> KINDS = List.of("call", "chat", "sms", "mail");

    private final Settings settings;
    private final ViewContext context;
    private final Words words;
    private final Inputs inputs;
    private final String chosen;

    PeopleSection(Settings settings, ViewContext context, Words words, Optional<String> thing) {
        this.settings = settings;
        this.context = context;
        this.words = words;
        this.inputs = new Inputs(words);
        this.chosen = thing.orElse("");
    }

    Component section() {
        List<Person> people = settings.people().people(context.scope());
        List<Item> items = people.stream()
                .map(one -> new Item(
                        one.user().value(),
                        one.name(),
                        one.extension().orElse(one.user().value()),
                        "user",
                        !one.enabled()))
                .toList();
        ListAndForm view = new ListAndForm("admin/people", words.get("section.people"), items, chosen, context);
        Optional<Person> person =
                people.stream().filter(one -> one.user().value().equals(chosen)).findFirst();
        boolean create = chosen.equals(ListAndForm.NEW);
        view.form(create || person.isPresent() ? form(person) : Vacant.page(words.get("choose"), ""));
        return view;
    }

    private Component form(Optional<Person> person) {
        String title = person.map(Person::name).orElse(words.get("person.new"));
        EditForm form =
                new EditForm(title, person.map(one -> one.user().value()).orElse(""), context);
        List<Unit> units = settings.people().units(context.scope());
        TextField user = form.field(
                "user",
                inputs.id("person.user", person.map(one -> one.user().value()).orElse("")));
        TextField name = form.field(
                "name", inputs.text("person.name", person.map(Person::name).orElse(""), 80));
        Select<Unit> unit = form.field(
                "unit",
                inputs.unit(
                        "person.unit",
                        units,
                        person.map(Person::unit).orElse(units.get(0).id())));
        TextField extension = form.field(
                "extension",
                inputs.text(
                        "person.extension", person.flatMap(Person::extension).orElse(""), 8));
        Checkbox enabled = new Checkbox(
                words.get("person.enabled"), person.map(Person::enabled).orElse(true));
        MultiSelectComboBox<Role> roles = form.field("role", roles(person));
        PasswordField password = form.field("password", new PasswordField(words.get("person.password")));
        password.setHelperText(words.get(person.isPresent() ? "person.password.keep" : "person.password.first"));
        password.setWidthFull();
        Levels levels = new Levels(
                settings.queues().skills(),
                person.map(one -> one.work().skills()).orElse(Map.of()),
                words);
        Map<String, IntegerField> capacity = capacity(form, person);
        form.section(words.get("person.who"), "g2", user, name, unit, roles, extension, password, enabled);
        form.section(words.get("person.skills"), "", levels);
        form.section(words.get("person.capacity"), "g2", capacity.values().toArray(Component[]::new));
        form.saves(() -> "admin/people/" + user.getValue(), () -> {
            if (name.isEmpty()) {
                form.wrong("name", words.get("needed"));
            } else if (!user.getValue().matches("[a-z0-9][a-z0-9._-]{0,63}")) {
                form.wrong("user", words.get("id.form"));
            } else if (!extension.getValue().matches("[0-9]{0,8}")) {
                form.wrong("extension", words.get("person.extension.form"));
            } else if (person.isEmpty() && password.isEmpty()) {
                form.wrong("password", words.get("needed"));
            } else if (levels.right() && capacity.values().stream().allMatch(Inputs::right)) {
                return Optional.of(command(user, name, unit, extension, enabled, roles, password, levels, capacity));
            }
            return Optional.<Command>empty();
        });
        return form;
    }

    private static Command command(
            TextField user,
            TextField name,
            Select<Unit> unit,
            TextField extension,
            Checkbox enabled,
            MultiSelectComboBox<Role> roles,
            PasswordField password,
            Levels levels,
            Map<String, IntegerField> capacity) {
        Map<WorkKind, Integer> most = new LinkedHashMap<>();
        capacity.forEach((kind, field) -> {
            if (field.getValue() > 0) {
                most.put(new WorkKind(kind), field.getValue());
            }
        });
        Person wanted = new Person(
                new UserId(user.getValue()),
                name.getValue().strip(),
                unit.getValue().id(),
                roles.getValue().stream().map(Role::id).collect(Collectors.toSet()),
                new Person.Work(levels.value(), most),
                Optional.of(extension.getValue()).filter(digits -> !digits.isEmpty()),
                enabled.getValue());
        return new PeopleCommand.SavePerson(
                wanted, Optional.of(password.getValue()).filter(typed -> !typed.isEmpty()));
    }

    private MultiSelectComboBox<Role> roles(Optional<Person> person) {
        MultiSelectComboBox<Role> roles = new MultiSelectComboBox<>(words.get("person.roles"));
        roles.setItems(settings.people().roles());
        roles.setItemLabelGenerator(Role::name);
        roles.setWidthFull();
        Set<Role> present = settings.people().roles().stream()
                .filter(role ->
                        person.map(one -> one.roles().contains(role.id())).orElse(false))
                .collect(Collectors.toSet());
        roles.setValue(present);
        roles.setHelperText(words.get("person.roles.help"));
        return roles;
    }

    private Map<String, IntegerField> capacity(EditForm form, Optional<Person> person) {
        Map<String, IntegerField> fields = new LinkedHashMap<>();
        for (String kind : KINDS) {
            int most = person.map(one -> one.work().capacity().getOrDefault(new WorkKind(kind), 0))
                    .orElse(0);
            fields.put(kind, form.field("capacity-" + kind, inputs.number("kind." + kind, most, 0, 100)));
        }
        return fields;
    }
}
