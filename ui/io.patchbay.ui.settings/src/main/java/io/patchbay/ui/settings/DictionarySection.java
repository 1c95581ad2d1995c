// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.command.Command;
import io.patchbay.settings.api.Dictionary;
import io.patchbay.settings.api.SettingCommand;
import io.patchbay.ui.kit.form.EditForm;
import io.patchbay.ui.kit.form.ListAndForm;
import io.patchbay.ui.kit.form.ListAndForm.Item;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Optional;

/** Dictionaries: titles and codes. */
final class DictionarySection {
    private static final String BASE = "settings/dictionary";

    private final SettingsServices services;
    private final ViewContext context;
    private final Words words;

    DictionarySection(SettingsServices services, ViewContext context, Words words) {
        this.services = services;
        this.context = context;
        this.words = words;
    }

    Component section(String chosen) {
        List<Item> items = services.dictionaries().all().stream()
                .map(one -> new Item(
                        one.id(),
                        one.title(context.locale()),
                        String.valueOf(one.codes().size()),
                        "book",
                        false))
                .toList();
        ListAndForm view = new ListAndForm(BASE, words.get("section.dictionary"), items, chosen, context);
        Optional<Dictionary> dictionary = services.dictionaries().now(chosen);
        boolean create = chosen.equals(ListAndForm.NEW);
        view.form(
                create || dictionary.isPresent()
                        ? form(dictionary)
                        : Vacant.page(words.get("choose"), words.get("dictionary.choose")));
        return view;
    }

    private Component form(Optional<Dictionary> dictionary) {
        EditForm form = new EditForm(
                dictionary.map(one -> one.title(context.locale())).orElse(words.get("dictionary.new")),
                dictionary.map(Dictionary::id).orElse(""),
                context);
        TextField id = form.field(
                "id",
                ParameterSection.text(
                        words.get("id"), dictionary.map(Dictionary::id).orElse("")));
        id.setReadOnly(dictionary.isPresent());
        TextField chinese = form.field(
                "chinese",
                ParameterSection.text(
                        words.get("chinese"),
                        dictionary.map(Dictionary::chinese).orElse("")));
        TextField english = form.field(
                "english",
                ParameterSection.text(
                        words.get("english"),
                        dictionary.map(Dictionary::english).orElse("")));
        CodeRows codes = new CodeRows(dictionary.map(Dictionary::codes).orElse(List.of()), context, words);
        form.section(words.get("what"), "g3c", id, chinese, english);
        form.section(words.get("dictionary.codes"), "", codes);
        form.saves(() -> BASE + "/" + id.getValue(), () -> {
            if (!id.getValue().matches("[a-z0-9][a-z0-9._-]{0,63}")) {
                form.wrong("id", words.get("id.form"));
            } else if (chinese.isEmpty() || english.isEmpty()) {
                form.wrong(chinese.isEmpty() ? "chinese" : "english", words.get("needed"));
            } else if (!codes.right()) {
                form.wrong("id", words.get("dictionary.codes.wrong"));
            } else {
                return Optional.<Command>of(new SettingCommand.SaveDictionary(new Dictionary(
                        id.getValue(),
                        english.getValue().strip(),
                        chinese.getValue().strip(),
                        codes.value())));
            }
            return Optional.empty();
        });
        dictionary.ifPresent(one -> {
            form.removes(one.title(context.locale()), new SettingCommand.RemoveDictionary(one.id()), BASE);
            new Past(services, context, words).add(form, new SettingCommand.UndoDictionary(one.id()));
        });
        return form;
    }
}
