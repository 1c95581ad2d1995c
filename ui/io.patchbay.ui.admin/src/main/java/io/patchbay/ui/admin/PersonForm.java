// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.command.Command;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.people.PeopleCommand;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Profile;
import io.patchbay.api.people.Unit;
import io.patchbay.ui.kit.form.EditForm;
import io.patchbay.ui.kit.part.MomentField;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One person: who he is, what he may, what he can take, and from when it is so. */
final class PersonForm {
    private static final List<String> KINDS = List.of("call", "chat", "sms", "mail");

    private final Words words;
    private final Optional<Person> before;
    private final EditForm form;
    private final TextField user;
    private final TextField name;
    private final Select<Unit> unit;
    private final TextField extension;
    private final Checkbox enabled;
    private final PasswordField password;
    private final GrantRows grants;
    private final ProfileFields profile;
    private final Levels levels;
    private final Map<String, IntegerField> capacity = new LinkedHashMap<>();
    private final MomentField effective;

    PersonForm(Settings settings, ViewContext context, Words words, Optional<Person> person) {
        this.words = words;
        before = person;
        Inputs inputs = new Inputs(words);
        String account = person.map(one -> one.user().value()).orElse("");
        form = new EditForm(person.map(Person::name).orElse(words.get("person.new")), account, context);
        List<Unit> units = settings.people().units(context.scope());
        user = form.field("user", inputs.id("person.user", account));
        name = form.field(
                "name", inputs.text("person.name", person.map(Person::name).orElse(""), 80));
        unit = form.field(
                "unit",
                inputs.unit(
                        "person.unit",
                        units,
                        person.map(Person::unit).orElse(units.get(0).id())));
        extension = form.field(
                "extension",
                inputs.text(
                        "person.extension", person.flatMap(Person::extension).orElse(""), 8));
        enabled = new Checkbox(
                words.get("person.enabled"), person.map(Person::enabled).orElse(true));
        enabled.getElement().setAttribute("data-testid", "field-enabled");
        password = form.field("password", new PasswordField(words.get("person.password")));
        password.setHelperText(words.get(person.isPresent() ? "person.password.keep" : "person.password.first"));
        password.setWidthFull();
        grants = new GrantRows(
                settings, context, words, person.map(Person::grants).orElse(Set.of()));
        profile = new ProfileFields(
                settings.terms().terms(), person.map(Person::profile).orElse(Profile.NONE), form, context, words);
        levels = new Levels(
                settings.queues().skills(),
                person.map(one -> one.work().skills()).orElse(Map.of()),
                words);
        for (String kind : KINDS) {
            int most = person.map(one -> one.work().capacity().getOrDefault(new WorkKind(kind), 0))
                    .orElse(0);
            capacity.put(kind, form.field("capacity-" + kind, inputs.number("kind." + kind, most, 0, 100)));
        }
        effective = form.field(
                "effective", new MomentField(words.get("person.effective"), Optional.empty(), context.zone()));
        effective.setHelperText(words.get("person.effective.help"));
    }

    Component component() {
        form.section(words.get("person.who"), "g2", user, name, unit, extension, password, enabled);
        form.section(words.get("person.roles"), "", grants);
        form.section(words.get("person.profile"), "g2", profile.components());
        form.section(words.get("person.skills"), "", levels);
        form.section(words.get("person.capacity"), "g2", capacity.values().toArray(Component[]::new));
        form.section(words.get("person.when"), "g2", effective);
        form.saves(() -> "admin/people/" + user.getValue(), this::wanted);
        return form;
    }

    private Optional<Command> wanted() {
        if (name.isEmpty()) {
            form.wrong("name", words.get("needed"));
        } else if (!user.getValue().matches("[a-z0-9][a-z0-9._-]{0,63}")) {
            form.wrong("user", words.get("id.form"));
        } else if (!extension.getValue().matches("[0-9]{0,8}")) {
            form.wrong("extension", words.get("person.extension.form"));
        } else if (before.isEmpty() && password.isEmpty()) {
            form.wrong("password", words.get("needed"));
        } else if (!effective.right()) {
            form.wrong("effective", words.get("grant.times"));
        } else if (grants.right()
                && levels.right()
                && capacity.values().stream().allMatch(Inputs::right)) {
            return Optional.of(new PeopleCommand.SavePerson(
                    person(), Optional.of(password.getValue()).filter(typed -> !typed.isEmpty()), effective.moment()));
        }
        return Optional.empty();
    }

    private Person person() {
        Map<WorkKind, Integer> most = new LinkedHashMap<>();
        capacity.forEach((kind, field) -> {
            if (field.getValue() > 0) {
                most.put(new WorkKind(kind), field.getValue());
            }
        });
        return new Person(
                new UserId(user.getValue()),
                name.getValue().strip(),
                unit.getValue().id(),
                grants.value(),
                new Person.Work(levels.value(), most),
                Optional.of(extension.getValue()).filter(digits -> !digits.isEmpty()),
                enabled.getValue(),
                profile.value());
    }
}
