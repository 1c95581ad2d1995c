// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.CodeTree;
import java.util.List;

/** Which wrap-up codes a queue offers, each with all beneath it; none chosen is all. */
final class CodesField {
    private CodesField() {}

    static Component of(Editing editing) {
        CodeTree tree = editing.services.queues().tree(Code.Use.DISPOSITION);
        List<Code> codes = tree.all().stream().filter(code -> !code.retired()).toList();
        MultiSelectComboBox<Code> field = new MultiSelectComboBox<>(editing.words.get("text.codes"));
        field.setItems(codes);
        field.setItemLabelGenerator(code -> tree.text(code.key(), editing.context.locale()));
        field.setPlaceholder(editing.words.get("text.codes.all"));
        field.setHelperText(editing.words.get("text.codes.help"));
        field.setWidthFull();
        field.setManualValidation(true);
        field.setValue(codes.stream()
                .filter(code -> editing.draft.codes.contains(code.key()))
                .toList());
        field.addValueChangeListener(change -> {
            editing.draft.codes =
                    change.getValue().stream().map(Code::key).sorted().toList();
            editing.changed();
        });
        return editing.group("group.codes", "g2", editing.fields.named("codes", field));
    }
}
