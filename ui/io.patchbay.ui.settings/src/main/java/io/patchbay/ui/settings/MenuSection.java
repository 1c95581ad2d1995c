// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.command.Command;
import io.patchbay.api.people.Role;
import io.patchbay.settings.api.RoleMenu;
import io.patchbay.settings.api.SettingCommand;
import io.patchbay.ui.kit.form.EditForm;
import io.patchbay.ui.kit.form.ListAndForm;
import io.patchbay.ui.kit.form.ListAndForm.Item;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Table;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import io.patchbay.ui.kit.view.ViewContribution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Menus: per role, which entries the rail has and in which order, with a preview. */
final class MenuSection {
    private static final String BASE = "settings/menu";

    private final SettingsServices services;
    private final ViewContext context;
    private final Words words;
    private final List<ViewContribution> order = new ArrayList<>();
    private final Set<String> hidden = new LinkedHashSet<>();
    private final Div rows = new Div();
    private final Div preview = Shape.box("card");

    MenuSection(SettingsServices services, ViewContext context, Words words) {
        this.services = services;
        this.context = context;
        this.words = words;
    }

    Component section(String chosen) {
        List<Item> items = services.people().roles().stream()
                .map(role -> new Item(
                        role.id().value(),
                        role.name(),
                        menu(role.id().value()).isPresent() ? words.get("parameter.set") : "",
                        "user",
                        false))
                .toList();
        ListAndForm view = new ListAndForm(BASE, words.get("section.menu"), items, chosen, context);
        view.fixed();
        view.form(services.people().roles().stream()
                .filter(role -> role.id().value().equals(chosen))
                .findFirst()
                .map(this::form)
                .orElseGet(() -> Vacant.page(words.get("choose"), words.get("menu.choose"))));
        return view;
    }

    private Optional<RoleMenu> menu(String role) {
        return services.menus().menus().stream()
                .filter(one -> one.role().value().equals(role))
                .findFirst();
    }

    private Component form(Role role) {
        Optional<RoleMenu> menu = menu(role.id().value());
        menu.ifPresent(one -> hidden.addAll(one.hidden()));
        List<ViewContribution> there = services.views().get().stream()
                .filter(view -> view.permissions().isEmpty()
                        || view.permissions().stream().anyMatch(role.permissions()::contains))
                .sorted(Comparator.comparingInt(ViewContribution::order))
                .toList();
        List<String> first = menu.map(RoleMenu::rail).orElse(List.of());
        there.stream()
                .filter(view -> first.contains(view.path()))
                .sorted(Comparator.comparingInt(view -> first.indexOf(view.path())))
                .forEach(order::add);
        there.stream().filter(view -> !first.contains(view.path())).forEach(order::add);
        EditForm form = new EditForm(role.name(), role.id().value(), context);
        fill();
        form.section(words.get("menu.rail"), "g2", rows, preview);
        form.section(words.get("menu.note"), "", Shape.text("t2", words.get("menu.never")));
        form.saves(
                () -> BASE + "/" + role.id(),
                () -> Optional.<Command>of(new SettingCommand.SaveMenu(new RoleMenu(
                        role.id(),
                        order.stream().map(ViewContribution::path).toList(),
                        List.copyOf(hidden),
                        menu.map(RoleMenu::panels).orElse(List.of()),
                        menu.map(RoleMenu::hiddenPanels).orElse(List.of())))));
        String id = role.id().value();
        menu.ifPresent(one -> form.removes(words.get("menu.own"), new SettingCommand.RemoveMenu(id), BASE + "/" + id));
        new Past(services, context, words).add(form, new SettingCommand.UndoMenu(id));
        return form;
    }

    private void fill() {
        Table table = new Table(words.get("menu.rail"));
        table.column(words.get("menu.shown"), false).column(words.get("code.order"), false);
        for (int i = 0; i < order.size(); i++) {
            ViewContribution view = order.get(i);
            int index = i;
            Checkbox shown = new Checkbox(view.title(context.locale()), !hidden.contains(view.path()));
            shown.getElement().setAttribute("data-testid", "shown-" + view.path());
            shown.addValueChangeListener(change -> {
                if (change.getValue()) {
                    hidden.remove(view.path());
                } else {
                    hidden.add(view.path());
                }
                preview();
            });
            table.row(List.of(
                    Table.cell(shown),
                    Table.cell(
                            new Press("btn q io xs", "")
                                    .icon("up b14")
                                    .named(words.get("up"))
                                    .does(() -> move(index, -1)),
                            new Press("btn q io xs", "")
                                    .icon("down b14")
                                    .named(words.get("down"))
                                    .does(() -> move(index, 1)))));
        }
        rows.removeAll();
        rows.add(table);
        preview();
    }

    private void move(int index, int by) {
        if (index + by >= 0 && index + by < order.size()) {
            Collections.swap(order, index, index + by);
            fill();
        }
    }

    private void preview() {
        preview.removeAll();
        preview.add(Shape.box("h bb", words.get("menu.preview")));
        Div body = Shape.box("bdy");
        order.stream()
                .filter(view -> !hidden.contains(view.path()))
                .forEach(view -> body.add(
                        Shape.box("row g1", Shape.icon(view.icon()), Shape.text("", view.title(context.locale())))));
        preview.add(body);
    }
}
