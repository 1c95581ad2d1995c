// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.voice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.access.Place;
import io.patchbay.api.call.FrequentCommand;
import io.patchbay.api.call.FrequentNumber;
import io.patchbay.api.call.FrequentNumber.Keeper;
import io.patchbay.api.call.FrequentNumbers;
import io.patchbay.api.command.Command;
import io.patchbay.api.people.Unit;
import io.patchbay.ui.kit.form.EditForm;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Optional;

/** One number that is called often: its name, and for whom. */
final class FrequentForm {
    private final Optional<FrequentNumber> known;
    private final Words words;
    private final EditForm form;
    private final TextField name;
    private final TextField number;
    private final Select<Unit> unit = new Select<>();

    FrequentForm(Optional<FrequentNumber> known, VoiceAdmin admin, ViewContext context, Words words) {
        this.known = known;
        this.words = words;
        form = new EditForm(
                known.map(FrequentNumber::name).orElse(words.get("frequent.new")),
                words.get("frequent.under"),
                context);
        name = form.field("name", new TextField(words.get("frequent.name")));
        name.setMaxLength(FrequentNumber.LONGEST_NAME);
        name.setValue(known.map(FrequentNumber::name).orElse(""));
        number = form.field("number", new TextField(words.get("number")));
        number.setValue(known.map(FrequentNumber::number).orElse(""));
        number.setReadOnly(known.isPresent());
        number.setHelperText(words.get("frequent.form"));
        List<Unit> units = admin.people().units(context.scope()).stream()
                .filter(one -> context.scope().may(FrequentNumbers.EDIT, Place.of(one.id())))
                .toList();
        unit.setLabel(words.get("frequent.unit"));
        unit.setHelperText(words.get("frequent.unit.help"));
        unit.setItems(units);
        unit.setItemLabelGenerator(Unit::name);
        unit.setReadOnly(known.isPresent());
        units.stream()
                .filter(one -> known.isEmpty() || known.get().keeper().equals(new Keeper.OfUnit(one.id())))
                .findFirst()
                .ifPresent(unit::setValue);
        form.field("unit", unit);
        List.<Component>of(name, number, unit)
                .forEach(field -> field.getElement().getStyle().set("width", "100%"));
    }

    Component build() {
        form.section(words.get("section.frequent"), "g3c", name, number, unit);
        form.saves(this::place, this::command);
        known.ifPresent(one -> form.removes(
                one.name(),
                new FrequentCommand.Remove(one.number(), ((Keeper.OfUnit) one.keeper()).unit()),
                "channels/frequent"));
        return form;
    }

    private String plain() {
        return number.getValue().replaceAll("[ ().-]", "");
    }

    private String place() {
        return "channels/frequent/"
                + FrequentSection.key(new FrequentNumber(
                        plain(),
                        name.getValue().strip(),
                        new Keeper.OfUnit(unit.getValue().id())));
    }

    private Optional<Command> command() {
        boolean right = true;
        if (name.isEmpty() || name.getValue().isBlank()) {
            form.wrong("name", words.get("needed"));
            right = false;
        }
        if (!plain().matches("\\+?[0-9*#]{2,24}")) {
            form.wrong("number", words.get("frequent.form"));
            right = false;
        }
        if (unit.isEmpty()) {
            form.wrong("unit", words.get("needed"));
            right = false;
        }
        return right
                ? Optional.of(new FrequentCommand.Save(
                        plain(), name.getValue().strip(), unit.getValue().id()))
                : Optional.empty();
    }
}
