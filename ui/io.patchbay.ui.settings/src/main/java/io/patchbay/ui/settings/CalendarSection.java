// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.command.Command;
import io.patchbay.settings.api.HolidayPack;
import io.patchbay.settings.api.RuleCalendar;
import io.patchbay.settings.api.SettingCommand;
import io.patchbay.settings.api.Span;
import io.patchbay.ui.kit.form.EditForm;
import io.patchbay.ui.kit.form.ListAndForm;
import io.patchbay.ui.kit.form.ListAndForm.Item;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Calendars: hours by weekday, holidays, special days, and whether it is open now. */
final class CalendarSection {
    private static final String BASE = "settings/calendar";

    private final SettingsServices services;
    private final ViewContext context;
    private final Words words;
    private final Map<DayOfWeek, TextField> week = new EnumMap<>(DayOfWeek.class);

    CalendarSection(SettingsServices services, ViewContext context, Words words) {
        this.services = services;
        this.context = context;
        this.words = words;
    }

    Component section(String chosen) {
        List<Item> items = services.calendars().calendars().stream()
                .map(one -> new Item(
                        one.id(), one.title(context.locale()), open(one.id()) ? words.get("open") : "", "cal", false))
                .toList();
        ListAndForm view = new ListAndForm(BASE, words.get("section.calendar"), items, chosen, context);
        Optional<RuleCalendar> calendar = services.calendars().calendars().stream()
                .filter(one -> one.id().equals(chosen))
                .findFirst();
        boolean create = chosen.equals(ListAndForm.NEW);
        view.form(
                create || calendar.isPresent()
                        ? form(calendar)
                        : Vacant.page(words.get("choose"), words.get("calendar.choose")));
        return view;
    }

    private boolean open(String id) {
        return services.calendars()
                .opening(id, context.now())
                .map(one -> one.open())
                .orElse(false);
    }

    private Component form(Optional<RuleCalendar> calendar) {
        EditForm form = new EditForm(
                calendar.map(one -> one.title(context.locale())).orElse(words.get("calendar.new")),
                calendar.map(RuleCalendar::id).orElse(""),
                context);
        TextField id = form.field(
                "id",
                ParameterSection.text(
                        words.get("id"), calendar.map(RuleCalendar::id).orElse("")));
        id.setReadOnly(calendar.isPresent());
        TextField chinese = form.field(
                "chinese",
                ParameterSection.text(
                        words.get("chinese"),
                        calendar.map(RuleCalendar::chinese).orElse("")));
        TextField english = form.field(
                "english",
                ParameterSection.text(
                        words.get("english"),
                        calendar.map(RuleCalendar::english).orElse("")));
        TextField zone = form.field(
                "zone",
                ParameterSection.text(
                        words.get("calendar.zone"),
                        calendar.map(one -> one.zone().getId()).orElse("Asia/Shanghai")));
        MultiSelectComboBox<HolidayPack> packs = packs(calendar);
        calendar.ifPresent(one -> form.section(words.get("calendar.now"), "", now(one.id())));
        form.section(words.get("what"), "g2", id, zone, chinese, english);
        form.section(words.get("calendar.hours"), "g2", weekdays(form, calendar));
        TextArea special = form.field("special", new TextArea(words.get("calendar.special")));
        special.setHelperText(words.get("calendar.special.help"));
        special.setWidthFull();
        special.setMinHeight("96px");
        special.setValue(calendar.map(DayLines::special).orElse(""));
        form.section(words.get("calendar.days"), "", packs, special);
        form.saves(() -> BASE + "/" + id.getValue(), () -> {
            try {
                return Optional.<Command>of(new SettingCommand.SaveCalendar(new RuleCalendar(
                        needed("id", id),
                        needed("english", english),
                        needed("chinese", chinese),
                        ZoneId.of(zone.getValue()),
                        hours(calendar),
                        packs.getValue().stream().map(HolidayPack::id).sorted().toList(),
                        DayLines.special(special.getValue()))));
            } catch (java.time.DateTimeException | IllegalArgumentException e) {
                form.wrong(
                        e instanceof java.time.zone.ZoneRulesException ? "zone" : "special",
                        words.get("line.wrong", String.valueOf(e.getMessage())));
                return Optional.empty();
            }
        });
        calendar.ifPresent(one -> {
            form.removes(one.title(context.locale()), new SettingCommand.RemoveCalendar(one.id()), BASE);
            new Past(services, context, words).add(form, new SettingCommand.UndoCalendar(one.id()));
        });
        return form;
    }

    private static String needed(String name, TextField field) {
        String value = field.getValue().strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }

    private Component now(String id) {
        return services.calendars()
                .opening(id, context.now())
                .map(one -> Shape.line(
                        "row g1",
                        Shape.badge(
                                one.open() ? "ok" : "",
                                one.open() ? "check" : "clock",
                                words.get(one.open() ? "open" : "closed")),
                        Shape.text("t2", one.reason(context.locale())),
                        Shape.text(
                                "t2",
                                one.nextChange()
                                        .map(at -> words.get("calendar.next", Times.text(at, context)))
                                        .orElse(""))))
                .orElseGet(() -> Shape.line("row"));
    }

    private Component[] weekdays(EditForm form, Optional<RuleCalendar> calendar) {
        Optional<RuleCalendar.Hours> set = calendar.flatMap(
                one -> one.hoursOn(context.now().atZone(one.zone()).toLocalDate()));
        for (DayOfWeek day : DayOfWeek.values()) {
            String spans = set.map(one -> one.weekdays().getOrDefault(day, List.of()).stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(", ")))
                    .orElse("");
            TextField field = form.field(day.name(), ParameterSection.text(words.get("day." + day), spans));
            field.setPlaceholder(words.get("closed"));
            week.put(day, field);
        }
        return week.values().toArray(Component[]::new);
    }

    /** The set of today is what the fields show; sets of other days stay as they are. */
    private List<RuleCalendar.Hours> hours(Optional<RuleCalendar> calendar) {
        Map<DayOfWeek, List<Span>> typed = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, field) -> {
            List<Span> spans = DayLines.spans(field.getValue());
            if (!spans.isEmpty()) {
                typed.put(day, spans);
            }
        });
        Optional<RuleCalendar.Hours> present = calendar.flatMap(
                one -> one.hoursOn(context.now().atZone(one.zone()).toLocalDate()));
        List<RuleCalendar.Hours> all =
                new ArrayList<>(calendar.map(RuleCalendar::hours).orElse(List.of()));
        RuleCalendar.Hours wanted = new RuleCalendar.Hours(
                present.flatMap(RuleCalendar.Hours::from), present.flatMap(RuleCalendar.Hours::until), typed);
        present.ifPresentOrElse(one -> all.set(all.indexOf(one), wanted), () -> all.add(wanted));
        return all;
    }

    private MultiSelectComboBox<HolidayPack> packs(Optional<RuleCalendar> calendar) {
        MultiSelectComboBox<HolidayPack> packs = new MultiSelectComboBox<>(words.get("section.holidays"));
        packs.setItems(services.calendars().holidays());
        packs.setItemLabelGenerator(one -> one.title(context.locale()));
        packs.setWidthFull();
        packs.setValue(services.calendars().holidays().stream()
                .filter(one ->
                        calendar.map(RuleCalendar::holidays).orElse(List.of()).contains(one.id()))
                .collect(Collectors.toSet()));
        return packs;
    }
}
