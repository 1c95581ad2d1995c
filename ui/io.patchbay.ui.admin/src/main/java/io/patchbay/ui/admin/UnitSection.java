// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.command.Command;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.people.PeopleCommand;
import io.patchbay.api.people.Unit;
import io.patchbay.ui.kit.form.EditForm;
import io.patchbay.ui.kit.form.ListAndForm;
import io.patchbay.ui.kit.form.ListAndForm.Item;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The units as a tree. */
final class UnitSection {
    private final Settings settings;
    private final ViewContext context;
    private final Words words;
    private final Inputs inputs;
    private final String chosen;

    UnitSection(Settings settings, ViewContext context, Words words, Optional<String> thing) {
        this.settings = settings;
        this.context = context;
        this.words = words;
        this.inputs = new Inputs(words);
        this.chosen = thing.orElse("");
    }

    Component section() {
        List<Unit> units = settings.people().units(context.scope());
        List<Item> items = new ArrayList<>();
        tree(units, Optional.empty(), "", items);
        ListAndForm view = new ListAndForm("admin/units", words.get("section.units"), items, chosen, context);
        Optional<Unit> unit =
                units.stream().filter(one -> one.id().value().equals(chosen)).findFirst();
        boolean create = chosen.equals(ListAndForm.NEW);
        view.form(create || unit.isPresent() ? form(unit, units) : Vacant.page(words.get("choose"), ""));
        return view;
    }

    private static void tree(List<Unit> units, Optional<UnitId> parent, String indent, List<Item> items) {
        for (Unit unit : units) {
            boolean hidden = unit.parent().isPresent()
                    && units.stream()
                            .noneMatch(one -> one.id().equals(unit.parent().get()));
            if (unit.parent().equals(parent) || (parent.isEmpty() && hidden)) {
                items.add(new Item(
                        unit.id().value(), indent + unit.name(), unit.zone().getId(), "org", false));
                tree(units, Optional.of(unit.id()), indent + "\u2003", items);
            }
        }
    }

    private Component form(Optional<Unit> unit, List<Unit> units) {
        EditForm form = new EditForm(unit.map(Unit::name).orElse(words.get("unit.new")), "", context);
        TextField id = form.field(
                "id", inputs.id("unit.id", unit.map(one -> one.id().value()).orElse("")));
        TextField name =
                form.field("name", inputs.text("unit.name", unit.map(Unit::name).orElse(""), 80));
        List<Unit> others = units.stream()
                .filter(one -> unit.isEmpty() || !one.id().equals(unit.get().id()))
                .toList();
        Select<Unit> parent = form.field(
                "parent",
                inputs.unit("unit.parent", others, unit.flatMap(Unit::parent).orElse(null)));
        parent.setEmptySelectionAllowed(true);
        ComboBox<String> zone = form.field("zone", new ComboBox<>(words.get("unit.zone")));
        zone.setItems(ZoneId.getAvailableZoneIds().stream().sorted().toList());
        zone.setValue(unit.map(one -> one.zone().getId()).orElse(context.zone().getId()));
        zone.setWidthFull();
        form.section(words.get("unit.what"), "g2", id, name, parent, zone);
        form.saves(() -> "admin/units/" + id.getValue(), () -> {
            if (name.isEmpty()) {
                form.wrong("name", words.get("needed"));
            } else if (!id.getValue().matches("[a-z0-9][a-z0-9._-]{0,63}")) {
                form.wrong("id", words.get("id.form"));
            } else if (zone.getValue() == null) {
                form.wrong("zone", words.get("needed"));
            } else {
                Optional<UnitId> above = Optional.ofNullable(parent.getValue()).map(Unit::id);
                Unit wanted =
                        new Unit(new UnitId(id.getValue()), name.getValue().strip(), above, ZoneId.of(zone.getValue()));
                return Optional.<Command>of(new PeopleCommand.SaveUnit(wanted));
            }
            return Optional.empty();
        });
        unit.filter(one -> one.parent().isPresent())
                .ifPresent(one -> form.removes(one.name(), new PeopleCommand.RemoveUnit(one.id()), "admin/units"));
        return form;
    }
}
