// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.command.Command;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.QueueCommand;
import io.patchbay.ui.kit.form.EditForm;
import io.patchbay.ui.kit.form.ListAndForm;
import io.patchbay.ui.kit.form.ListAndForm.Item;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Optional;

/** Codes people choose from: wrap-up codes, or not-ready reasons. */
final class CodeSection {
    private final Settings settings;
    private final ViewContext context;
    private final Words words;
    private final String chosen;
    private final Code.Use use;
    private final String section;

    CodeSection(Settings settings, ViewContext context, Words words, Optional<String> thing, Code.Use use) {
        this.settings = settings;
        this.context = context;
        this.words = words;
        this.chosen = thing.orElse("");
        this.use = use;
        this.section = use == Code.Use.DISPOSITION ? "dispositions" : "reasons";
    }

    Component section() {
        List<Code> codes = settings.queues().codes(use);
        List<Item> items = codes.stream()
                .map(one -> new Item(
                        one.key(),
                        one.text(context.locale()),
                        one.retired() ? words.get("code.retired") : one.key(),
                        "note",
                        one.retired()))
                .toList();
        ListAndForm view = new ListAndForm("admin/" + section, words.get("section." + section), items, chosen, context);
        Optional<Code> code =
                codes.stream().filter(one -> one.key().equals(chosen)).findFirst();
        boolean create = chosen.equals(ListAndForm.NEW);
        view.form(create || code.isPresent() ? form(code) : Vacant.page(words.get("choose"), ""));
        return view;
    }

    private Component form(Optional<Code> code) {
        Inputs inputs = new Inputs(words);
        EditForm form = new EditForm(
                code.map(one -> one.text(context.locale())).orElse(words.get("code.new")),
                words.get("section." + section),
                context);
        TextField key =
                form.field("key", inputs.id("code.key", code.map(Code::key).orElse("")));
        key.setHelperText(words.get("code.key.help"));
        TextField chinese = form.field(
                "chinese", inputs.text("code.chinese", code.map(Code::chinese).orElse(""), 80));
        TextField english = form.field(
                "english", inputs.text("code.english", code.map(Code::english).orElse(""), 80));
        Checkbox retired = new Checkbox(
                words.get("code.isRetired"), code.map(Code::retired).orElse(false));
        form.section(words.get("code.what"), "g2", key, chinese, english, retired);
        form.saves(() -> "admin/" + section + "/" + key.getValue(), () -> {
            if (!key.getValue().matches("[a-z][a-z0-9-]{0,31}")) {
                form.wrong("key", words.get("code.key.help"));
            } else if (chinese.isEmpty()) {
                form.wrong("chinese", words.get("needed"));
            } else if (english.isEmpty()) {
                form.wrong("english", words.get("needed"));
            } else {
                Code wanted = new Code(
                        use,
                        key.getValue(),
                        english.getValue().strip(),
                        chinese.getValue().strip(),
                        retired.getValue());
                return Optional.<Command>of(new QueueCommand.SaveCode(wanted));
            }
            return Optional.empty();
        });
        return form;
    }
}
