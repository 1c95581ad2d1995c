// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.command.Command;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.Unit;
import io.patchbay.api.signin.ServiceAccount;
import io.patchbay.api.signin.SignInCommand;
import io.patchbay.ui.kit.form.EditForm;
import io.patchbay.ui.kit.form.ListAndForm;
import io.patchbay.ui.kit.form.ListAndForm.Item;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Optional;

/** Accounts of programs, and the tokens of the chosen one. */
final class ServiceSection {
    private static final String BASE = "access/services";

    private final Access access;
    private final ViewContext context;
    private final Words words;

    ServiceSection(Access access, ViewContext context, Words words) {
        this.access = access;
        this.context = context;
        this.words = words;
    }

    Component section(String chosen) {
        List<ServiceAccount> accounts = access.security().services(context.scope());
        List<Item> items = accounts.stream()
                .map(one -> new Item(
                        one.user().value(),
                        one.name(),
                        String.valueOf(one.tokens().size()),
                        "link",
                        !one.enabled()))
                .toList();
        ListAndForm view = new ListAndForm(BASE, words.get("section.services"), items, chosen, context);
        Optional<ServiceAccount> account = accounts.stream()
                .filter(one -> one.user().value().equals(chosen))
                .findFirst();
        boolean create = chosen.equals(ListAndForm.NEW);
        view.form(
                create || account.isPresent()
                        ? form(account)
                        : Vacant.page(words.get("choose"), words.get("service.what")));
        return view;
    }

    private Component form(Optional<ServiceAccount> account) {
        String title = account.map(ServiceAccount::name).orElse(words.get("service.new"));
        EditForm form =
                new EditForm(title, account.map(one -> one.user().value()).orElse(""), context);
        TextField user = form.field(
                "service",
                text("service.user", account.map(one -> one.user().value()).orElse(ServiceAccount.PREFIX), 64));
        user.setReadOnly(account.isPresent());
        user.setHelperText(words.get("service.user.help"));
        TextField name = form.field(
                "name", text("service.name", account.map(ServiceAccount::name).orElse(""), 80));
        List<Unit> units = access.people().units(context.scope());
        Select<Unit> unit = new Select<>();
        unit.setLabel(words.get("service.unit"));
        unit.setItems(units);
        unit.setItemLabelGenerator(Unit::name);
        unit.setWidthFull();
        units.stream()
                .filter(one ->
                        account.map(known -> known.unit().equals(one.id())).orElse(true))
                .findFirst()
                .ifPresent(unit::setValue);
        form.field("unit", unit);
        Checkbox enabled = new Checkbox(
                words.get("service.enabled"),
                account.map(ServiceAccount::enabled).orElse(true));
        form.section(words.get("service.account"), "g2", user, name, unit, enabled);
        account.ifPresent(one -> form.section(words.get("tokens"), "", new TokenPart(access, context, words, one)));
        form.saves(() -> BASE + "/" + user.getValue(), () -> wanted(form, user, name, unit, enabled));
        return form;
    }

    private TextField text(String key, String value, int most) {
        TextField field = new TextField(words.get(key));
        field.setValue(value);
        field.setMaxLength(most);
        field.setWidthFull();
        return field;
    }

    private Optional<Command> wanted(
            EditForm form, TextField user, TextField name, Select<Unit> unit, Checkbox enabled) {
        if (!user.getValue().matches(ServiceAccount.PREFIX + "[a-z0-9._-]{1,60}")) {
            form.wrong("service", words.get("service.user.help"));
        } else if (name.isEmpty()) {
            form.wrong("name", words.get("needed"));
        } else if (unit.getValue() == null) {
            form.wrong("unit", words.get("needed"));
        } else {
            return Optional.of(new SignInCommand.SaveService(
                    new UserId(user.getValue()),
                    name.getValue().strip(),
                    unit.getValue().id(),
                    enabled.getValue()));
        }
        return Optional.empty();
    }
}
