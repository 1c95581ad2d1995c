// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.command.Command;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.people.Unit;
import io.patchbay.api.settings.ParameterType;
import io.patchbay.settings.api.ParameterValues;
import io.patchbay.settings.api.SettingCommand;
import io.patchbay.ui.kit.form.EditForm;
import io.patchbay.ui.kit.form.ListAndForm;
import io.patchbay.ui.kit.form.ListAndForm.Item;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Table;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Parameters: what holds where, and the form of the value for one place. */
final class ParameterSection {
    private static final String BASE = "settings/parameter";

    private final SettingsServices services;
    private final ViewContext context;
    private final Words words;

    ParameterSection(SettingsServices services, ViewContext context, Words words) {
        this.services = services;
        this.context = context;
        this.words = words;
    }

    Component section(String chosen, String at) {
        Locale locale = context.locale();
        List<Item> items = services.parameters().types().stream()
                .map(type -> new Item(
                        type.key(),
                        type.words().name(locale),
                        services.parameters().values(type.key()).isEmpty() ? "" : words.get("parameter.set"),
                        "sliders",
                        false))
                .toList();
        ListAndForm view = new ListAndForm(BASE, words.get("section.parameter"), items, chosen, context);
        view.fixed();
        view.form(services.parameters().types().stream()
                .filter(type -> type.key().equals(chosen))
                .findFirst()
                .map(type -> form(type, at))
                .orElseGet(() -> Vacant.page(words.get("choose"), words.get("parameter.choose"))));
        return view;
    }

    private Component form(ParameterType type, String at) {
        String id = type.key() + at;
        Optional<ParameterValues> present = services.parameters().values(type.key()).stream()
                .filter(one -> one.place().suffix().equals(at))
                .findFirst();
        EditForm form = new EditForm(type.words().name(context.locale()), type.key(), context);
        form.section(
                words.get("parameter.what"), "", Shape.text("t2", type.words().help(context.locale())));
        ValueField value = new ValueField(type, context, words);
        value.set(present.flatMap(ParameterValues::standing).orElse(type.standard()));
        value.register(form, "value");
        DatePicker from = picker("parameter.from");
        DatePicker until = picker("parameter.until");
        form.section(words.get("parameter.value"), "g2", place(type, at), value.component());
        form.section(words.get("parameter.dates"), "g2", from, until);
        form.saves(() -> BASE + "/" + type.key() + (at.isEmpty() ? "" : "?at=" + at), () -> {
            Optional<Object> typed = value.get();
            if (typed.isEmpty()) {
                form.wrong("value", words.get("parameter.wrong", value.fits()));
                return Optional.<Command>empty();
            } else if (from.isEmpty() != until.isEmpty()
                    || (!from.isEmpty() && !from.getValue().isBefore(until.getValue()))) {
                form.wrong("value", words.get("parameter.dates.wrong"));
                return Optional.<Command>empty();
            }
            return Optional.of(new SettingCommand.SaveParameter(values(type, at, present, typed.get(), from, until)));
        });
        if (present.isPresent()) {
            form.removes(words.get("parameter.own"), new SettingCommand.RemoveParameter(id), BASE + "/" + type.key());
        }
        everywhere(form, type);
        new Past(services, context, words).add(form, new SettingCommand.UndoParameter(id));
        return form;
    }

    private ParameterValues values(
            ParameterType type,
            String at,
            Optional<ParameterValues> present,
            Object typed,
            DatePicker from,
            DatePicker until) {
        Optional<UnitId> unit = Optional.of(at).filter(one -> !one.isEmpty()).map(one -> new UnitId(one.substring(1)));
        ParameterValues.Place where = new ParameterValues.Place(unit, Optional.empty());
        List<ParameterValues.Dated> dated =
                new ArrayList<>(present.map(ParameterValues::dated).orElse(List.of()));
        if (from.isEmpty()) {
            return new ParameterValues(type.key(), where, Optional.of(typed), dated);
        }
        dated.add(new ParameterValues.Dated(
                from.getValue().atStartOfDay(context.zone()).toInstant(),
                until.getValue().atStartOfDay(context.zone()).toInstant(),
                typed));
        return new ParameterValues(type.key(), where, present.flatMap(ParameterValues::standing), dated);
    }

    private DatePicker picker(String key) {
        DatePicker picker = new DatePicker(words.get(key));
        picker.setWidthFull();
        return picker;
    }

    /** Where the value is for; another choice shows that place's value. */
    private Component place(ParameterType type, String at) {
        Select<String> select = new Select<>();
        List<String> places = new ArrayList<>(List.of(""));
        if (type.reach() != ParameterType.Reach.INSTALLATION) {
            services.people().units(context.scope()).stream().map(Unit::id).forEach(unit -> places.add("@" + unit));
        }
        select.setLabel(words.get("parameter.place"));
        select.setItems(places);
        select.setItemLabelGenerator(this::placeName);
        select.setValue(places.contains(at) ? at : "");
        select.setWidthFull();
        select.getElement().setAttribute("data-testid", "field-place");
        select.addValueChangeListener(change -> context.go(new Place(
                List.of("settings", "parameter", type.key()),
                change.getValue().isEmpty() ? Map.of() : Map.of("at", change.getValue()))));
        return select;
    }

    private String placeName(String suffix) {
        if (suffix.isEmpty()) {
            return words.get("parameter.all");
        } else if (suffix.startsWith("@queue:")) {
            return words.get("parameter.queue", suffix.substring("@queue:".length()));
        }
        return services.people().units(context.scope()).stream()
                .filter(unit -> suffix.equals("@" + unit.id()))
                .map(Unit::name)
                .findFirst()
                .orElse(suffix.substring(1));
    }

    private void everywhere(EditForm form, ParameterType type) {
        Table table = new Table(words.get("parameter.everywhere"));
        table.column(words.get("parameter.place"), false).column(words.get("parameter.value"), false);
        table.column(words.get("parameter.from"), false).column(words.get("parameter.until"), false);
        ValueField shown = new ValueField(type, context, words);
        table.row(List.of(
                Table.cell(words.get("parameter.standard")),
                Table.cell(shown.text(type.standard())),
                Table.cell("–"),
                Table.cell("–")));
        for (ParameterValues values : services.parameters().values(type.key())) {
            String where = placeName(values.place().suffix());
            values.standing()
                    .ifPresent(value -> table.row(List.of(
                            Table.cell(where), Table.cell(shown.text(value)), Table.cell("–"), Table.cell("–"))));
            values.dated()
                    .forEach(one -> table.row(List.of(
                            Table.cell(where),
                            Table.cell(shown.text(one.value())),
                            Table.cell(Times.text(one.from(), context)),
                            Table.cell(Times.text(one.until(), context)))));
        }
        form.section(words.get("parameter.everywhere"), "", table);
    }

    static TextField text(String label, String value) {
        TextField field = new TextField(label);
        field.setValue(value);
        field.setWidthFull();
        return field;
    }
}
