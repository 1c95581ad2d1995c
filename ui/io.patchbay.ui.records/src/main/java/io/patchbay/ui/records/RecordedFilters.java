// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.records;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.CodeTree;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** For who may hear recordings: only recorded contacts, and then by number and code. */
final class RecordedFilters extends Div {
    private static final int LONGEST_NUMBER = 24;

    private final Checkbox recorded;
    private final TextField number = new TextField();
    private final ComboBox<Code> code = new ComboBox<>();
    private final CodeTree tree;
    private boolean filling;

    RecordedFilters(Archive archive, ViewContext context, Words words) {
        addClassNames("row");
        recorded = new Checkbox(words.get("filter.recorded"));
        recorded.getElement().setAttribute("data-testid", "filter-recorded");
        number.setPlaceholder(words.get("filter.number"));
        number.setAriaLabel(words.get("filter.number"));
        number.setClearButtonVisible(true);
        number.setMaxLength(LONGEST_NUMBER);
        number.getElement().setAttribute("data-testid", "filter-number").setAttribute("autocomplete", "off");
        tree = archive.queues().tree(Code.Use.DISPOSITION, context.now());
        code.setItems(tree.all().stream().filter(one -> !tree.inner(one.key())).toList());
        code.setItemLabelGenerator(one -> tree.text(one.key(), context.locale()));
        code.setPlaceholder(words.get("filter.code"));
        code.setAriaLabel(words.get("filter.code"));
        code.setClearButtonVisible(true);
        code.getElement().setAttribute("data-testid", "filter-code");
        setVisible(context.scope().may(Permissions.RECORDINGS));
        add(recorded, number, code);
    }

    /** Tells of each choice by name, and of the number as it is typed. */
    void onChange(BiConsumer<String, String> chosen, Consumer<String> typed) {
        recorded.addValueChangeListener(
                change -> tell(() -> chosen.accept("recorded", change.getValue() ? "yes" : "")));
        number.addValueChangeListener(change -> tell(() -> typed.accept(change.getValue())));
        code.addValueChangeListener(change -> tell(() -> chosen.accept(
                "code", change.getValue() == null ? "" : change.getValue().key())));
    }

    private void tell(Runnable change) {
        if (!filling) {
            change.run();
        }
    }

    void show(RecordFilter filter) {
        filling = true;
        recorded.setValue(filter.recorded());
        number.setVisible(filter.recorded());
        code.setVisible(filter.recorded());
        if (filter.number().isEmpty()) {
            number.clear();
        }
        code.setValue(filter.value("code").flatMap(tree::find).orElse(null));
        filling = false;
    }
}
