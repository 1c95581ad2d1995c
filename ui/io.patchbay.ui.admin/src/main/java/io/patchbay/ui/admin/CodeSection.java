// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.command.Command;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.CodeTree;
import io.patchbay.api.queue.QueueCommand;
import io.patchbay.ui.kit.form.EditForm;
import io.patchbay.ui.kit.form.ListAndForm;
import io.patchbay.ui.kit.form.ListAndForm.Item;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Codes people choose from: wrap-up codes as a tree, or not-ready reasons. */
final class CodeSection {
    private static final String PARENT = "parent";

    private final ViewContext context;
    private final Words words;
    private final String chosen;
    private final CodeTree tree;
    private final Code.Use use;
    private final String section;

    CodeSection(Settings settings, ViewContext context, Words words, Optional<String> thing, Code.Use use) {
        this.tree = settings.queues().tree(use);
        this.context = context;
        this.words = words;
        this.chosen = thing.orElse("");
        this.use = use;
        this.section = use == Code.Use.DISPOSITION ? "dispositions" : "reasons";
    }

    Component section() {
        List<Item> items = tree.all().stream().map(this::item).toList();
        ListAndForm view = new ListAndForm("admin/" + section, words.get("section." + section), items, chosen, context);
        Optional<Code> code = tree.find(chosen);
        boolean create = chosen.equals(ListAndForm.NEW);
        view.form(create || code.isPresent() ? form(code) : Vacant.page(words.get("choose"), ""));
        return view;
    }

    private Item item(Code one) {
        String indent = "\u2003".repeat(tree.path(one.key()).size() - 1);
        return new Item(
                one.key(),
                indent + one.text(context.locale()),
                one.retired() ? words.get("code.retired") : one.key(),
                "note",
                one.retired());
    }

    private Component form(Optional<Code> code) {
        Inputs inputs = new Inputs(words);
        EditForm form = new EditForm(
                code.map(one -> one.text(context.locale())).orElse(words.get("code.new")),
                code.filter(one -> one.parent().isPresent())
                        .map(one -> tree.text(one.key(), context.locale()))
                        .orElse(words.get("section." + section)),
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
        ComboBox<Code> parent = form.field("parent", parent(code));
        Div fields = form.section(words.get("code.what"), "g2", key, chinese, english, retired);
        if (use == Code.Use.DISPOSITION) {
            fields.addComponentAtIndex(1, parent);
            code.filter(one -> !one.retired() && tree.path(one.key()).size() < CodeTree.DEEPEST)
                    .ifPresent(one -> form.section(words.get("code.beneath"), "row", beneath(one)));
        }
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
                        retired.getValue(),
                        parent.getOptionalValue().map(Code::key));
                return Optional.<Command>of(new QueueCommand.SaveCode(wanted));
            }
            return Optional.empty();
        });
        return form;
    }

    /** What it may stand beneath: nothing retired, nothing at the last level, not itself or what stands beneath it. */
    private ComboBox<Code> parent(Optional<Code> code) {
        List<Code> others = tree.all().stream()
                .filter(one -> !one.retired())
                .filter(one -> tree.path(one.key()).size() < CodeTree.DEEPEST)
                .filter(one -> code.isEmpty() || !tree.path(one.key()).contains(code.get()))
                .toList();
        ComboBox<Code> parent = new ComboBox<>(words.get("code.parent"));
        parent.setItems(others);
        parent.setItemLabelGenerator(one -> tree.text(one.key(), context.locale()));
        parent.setPlaceholder(words.get("code.parent.none"));
        parent.setClearButtonVisible(true);
        parent.setWidthFull();
        code.flatMap(Code::parent)
                .or(() -> context.place().value(PARENT))
                .flatMap(tree::find)
                .ifPresent(parent::setValue);
        return parent;
    }

    /** What stands beneath it, and a way to add to that. */
    private Component[] beneath(Code code) {
        List<Component> parts = new ArrayList<>();
        for (Code one : tree.beneath(Optional.of(code.key()))) {
            if (!one.retired()) {
                parts.add(Shape.badge("", "note", one.text(context.locale())));
            }
        }
        Place place = new Place(List.of("admin", section, ListAndForm.NEW), Map.of(PARENT, code.key()));
        parts.add(new Press("btn s", words.get("code.beneath.new"))
                .icon("plus b14")
                .test("new-beneath")
                .does(() -> context.go(place)));
        return parts.toArray(Component[]::new);
    }
}
