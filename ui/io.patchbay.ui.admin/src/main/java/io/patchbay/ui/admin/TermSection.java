// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.command.Command;
import io.patchbay.api.people.PeopleCommand;
import io.patchbay.api.people.StaffTerm;
import io.patchbay.ui.kit.form.EditForm;
import io.patchbay.ui.kit.form.ListAndForm;
import io.patchbay.ui.kit.form.ListAndForm.Item;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The organisation's own words: posts, levels, groups, and fields of staff. */
final class TermSection {
    private final Settings settings;
    private final ViewContext context;
    private final Words words;
    private final String chosen;

    TermSection(Settings settings, ViewContext context, Words words, Optional<String> thing) {
        this.settings = settings;
        this.context = context;
        this.words = words;
        this.chosen = thing.orElse("");
    }

    private static String key(StaffTerm term) {
        return term.kind().wire() + "." + term.id();
    }

    Component section() {
        List<StaffTerm> terms = settings.terms().terms();
        List<Item> items = terms.stream()
                .map(one -> new Item(
                        key(one),
                        one.name(context.locale()),
                        words.get("term." + one.kind()),
                        one.kind() == StaffTerm.Kind.FIELD ? "edit" : "note",
                        false))
                .toList();
        ListAndForm view = new ListAndForm("admin/terms", words.get("section.terms"), items, chosen, context);
        Optional<StaffTerm> term =
                terms.stream().filter(one -> key(one).equals(chosen)).findFirst();
        boolean create = chosen.equals(ListAndForm.NEW);
        view.form(create || term.isPresent() ? form(term) : Vacant.page(words.get("choose"), ""));
        return view;
    }

    private Component form(Optional<StaffTerm> term) {
        Inputs inputs = new Inputs(words);
        EditForm form =
                new EditForm(term.map(one -> one.name(context.locale())).orElse(words.get("term.new")), "", context);
        Select<StaffTerm.Kind> kind =
                form.field("kind", one("term.kind", "term.", StaffTerm.Kind.values(), term.map(StaffTerm::kind)));
        kind.setReadOnly(term.isPresent());
        TextField id =
                form.field("id", inputs.id("term.id", term.map(StaffTerm::id).orElse("")));
        TextField chinese = form.field(
                "chinese",
                inputs.text("code.chinese", term.map(StaffTerm::chinese).orElse(""), 80));
        TextField english = form.field(
                "english",
                inputs.text("code.english", term.map(StaffTerm::english).orElse(""), 80));
        IntegerField order = form.field(
                "order", inputs.number("term.order", term.map(StaffTerm::order).orElse(0), 0, 999));
        Select<StaffTerm.Type> type =
                form.field("type", one("term.type", "type.", StaffTerm.Type.values(), term.map(StaffTerm::type)));
        TextField choices = form.field(
                "choices",
                inputs.text(
                        "term.choices",
                        term.map(one -> String.join(", ", one.choices())).orElse(""),
                        1000));
        Checkbox required = new Checkbox(
                words.get("term.required"), term.map(StaffTerm::required).orElse(false));
        form.section(words.get("term.what"), "g2", kind, id, chinese, english, order);
        form.section(words.get("term.field"), "g2", type, choices, required);
        form.saves(() -> "admin/terms/" + kind.getValue().wire() + "." + id.getValue(), () -> {
            if (!id.getValue().matches("[a-z0-9][a-z0-9_-]{0,63}")) {
                form.wrong("id", words.get("term.id.form"));
            } else if (chinese.isEmpty()) {
                form.wrong("chinese", words.get("needed"));
            } else if (english.isEmpty()) {
                form.wrong("english", words.get("needed"));
            } else if (Inputs.right(order)) {
                return Optional.<Command>of(new PeopleCommand.SaveTerm(new StaffTerm(
                        kind.getValue(),
                        id.getValue(),
                        english.getValue().strip(),
                        chinese.getValue().strip(),
                        order.getValue(),
                        type.getValue(),
                        required.getValue(),
                        split(choices.getValue()))));
            }
            return Optional.empty();
        });
        term.ifPresent(one -> form.removes(
                one.name(context.locale()), new PeopleCommand.RemoveTerm(one.kind(), one.id()), "admin/terms"));
        return form;
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split("[,，、]"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private <E extends Enum<E>> Select<E> one(String label, String prefix, E[] values, Optional<E> present) {
        Select<E> select = new Select<>();
        select.setLabel(words.get(label));
        select.setItems(values);
        select.setItemLabelGenerator(value -> words.get(prefix + value));
        select.setValue(present.orElse(values[0]));
        select.setWidthFull();
        return select;
    }
}
