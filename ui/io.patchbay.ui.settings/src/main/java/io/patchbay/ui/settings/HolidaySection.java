// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.command.Command;
import io.patchbay.settings.api.HolidayPack;
import io.patchbay.settings.api.SettingCommand;
import io.patchbay.ui.kit.form.EditForm;
import io.patchbay.ui.kit.form.ListAndForm;
import io.patchbay.ui.kit.form.ListAndForm.Item;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Optional;

/** Packs of public holidays. */
final class HolidaySection {
    private static final String BASE = "settings/holidays";

    private final SettingsServices services;
    private final ViewContext context;
    private final Words words;

    HolidaySection(SettingsServices services, ViewContext context, Words words) {
        this.services = services;
        this.context = context;
        this.words = words;
    }

    Component section(String chosen) {
        List<HolidayPack> packs = services.calendars().holidays();
        List<Item> items = packs.stream()
                .map(one -> new Item(
                        one.id(),
                        one.title(context.locale()),
                        String.valueOf(one.days().size()),
                        "cal",
                        false))
                .toList();
        ListAndForm view = new ListAndForm(BASE, words.get("section.holidays"), items, chosen, context);
        Optional<HolidayPack> pack =
                packs.stream().filter(one -> one.id().equals(chosen)).findFirst();
        boolean create = chosen.equals(ListAndForm.NEW);
        view.form(
                create || pack.isPresent()
                        ? form(pack)
                        : Vacant.page(words.get("choose"), words.get("holidays.choose")));
        return view;
    }

    private Component form(Optional<HolidayPack> pack) {
        EditForm form = new EditForm(
                pack.map(one -> one.title(context.locale())).orElse(words.get("holidays.new")),
                pack.map(HolidayPack::id).orElse(""),
                context);
        TextField id = form.field(
                "id",
                ParameterSection.text(words.get("id"), pack.map(HolidayPack::id).orElse("")));
        id.setReadOnly(pack.isPresent());
        TextField chinese = form.field(
                "chinese",
                ParameterSection.text(
                        words.get("chinese"), pack.map(HolidayPack::chinese).orElse("")));
        TextField english = form.field(
                "english",
                ParameterSection.text(
                        words.get("english"), pack.map(HolidayPack::english).orElse("")));
        TextField source = form.field(
                "source",
                ParameterSection.text(
                        words.get("holidays.source"),
                        pack.map(HolidayPack::source).orElse("")));
        TextArea days = form.field("days", new TextArea(words.get("holidays.days")));
        days.setHelperText(words.get("holidays.days.help"));
        days.setWidthFull();
        days.setMinHeight("240px");
        days.setValue(pack.map(DayLines::holidays).orElse(""));
        form.section(words.get("what"), "g2", id, source, chinese, english);
        form.section(words.get("holidays.days"), "", days);
        form.saves(() -> BASE + "/" + id.getValue(), () -> {
            if (!id.getValue().matches("[a-z0-9][a-z0-9._-]{0,63}")) {
                form.wrong("id", words.get("id.form"));
                return Optional.<Command>empty();
            } else if (chinese.isEmpty() || english.isEmpty()) {
                form.wrong(chinese.isEmpty() ? "chinese" : "english", words.get("needed"));
                return Optional.<Command>empty();
            }
            try {
                return Optional.<Command>of(new SettingCommand.SaveHolidays(new HolidayPack(
                        id.getValue(),
                        english.getValue().strip(),
                        chinese.getValue().strip(),
                        source.getValue().strip(),
                        DayLines.holidays(days.getValue()))));
            } catch (java.time.DateTimeException | IllegalArgumentException e) {
                form.wrong("days", words.get("line.wrong", String.valueOf(e.getMessage())));
                return Optional.<Command>empty();
            }
        });
        pack.ifPresent(one -> {
            form.removes(one.title(context.locale()), new SettingCommand.RemoveHolidays(one.id()), BASE);
            new Past(services, context, words).add(form, new SettingCommand.UndoHolidays(one.id()));
        });
        return form;
    }
}
