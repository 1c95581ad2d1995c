// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.ui.kit.text.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes the fields of a draft and shows faults at them. */
final class Fields {
    private final QueueDraft draft;
    private final Words words;
    private final Runnable changed;
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();

    Fields(QueueDraft draft, Words words, Runnable changed) {
        this.draft = draft;
        this.words = words;
        this.changed = changed;
    }

    IntegerField amount(Amount which) {
        IntegerField field = number(draft.amount(which), value -> draft.amount(which, value.orElse(null)));
        field.setLabel(words.get("amount." + which.key()));
        field.setHelperText(words.or("amount." + which.key() + ".help", ""));
        field.setWidthFull();
        return named(which.key(), field);
    }

    /** A number without a label. */
    IntegerField number(Optional<Integer> value, Consumer<Optional<Integer>> typed) {
        IntegerField field = new IntegerField();
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        value.ifPresent(field::setValue);
        field.addValueChangeListener(change -> {
            typed.accept(Optional.ofNullable(change.getValue()));
            changed.run();
        });
        return field;
    }

    TextField text(Phrasing which) {
        TextField field = new TextField(words.get("text." + which.key()));
        field.setManualValidation(true);
        field.setMaxLength(which.most);
        field.setValue(draft.text(which));
        field.setHelperText(words.or("text." + which.key() + ".help", ""));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setWidthFull();
        field.addValueChangeListener(change -> typed(which, change.getValue()));
        return named(which.key(), field);
    }

    TextArea area(Phrasing which) {
        TextArea field = new TextArea(words.get("text." + which.key()));
        field.setManualValidation(true);
        field.setMaxLength(which.most);
        field.setValue(draft.text(which));
        field.setHelperText(words.or("text." + which.key() + ".help", ""));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setWidthFull();
        field.addValueChangeListener(change -> typed(which, change.getValue()));
        return named(which.key(), field);
    }

    private void typed(Phrasing which, String value) {
        draft.text(which, value);
        changed.run();
    }

    <T> Select<T> choice(String word, List<T> items, Function<T, String> name, T value, Consumer<T> chosen) {
        Select<T> select = new Select<>();
        select.setManualValidation(true);
        select.setItems(items);
        select.setItemLabelGenerator(item -> item == null ? "" : name.apply(item));
        select.setWidthFull();
        if (items.contains(value)) {
            select.setValue(value);
        }
        select.addValueChangeListener(change -> {
            chosen.accept(change.getValue());
            changed.run();
        });
        return named(word, select);
    }

    <T extends Component & HasValidation> T named(String place, T field) {
        fields.put(place, field);
        field.getElement().setAttribute("data-testid", "field-" + place);
        return field;
    }

    /** Goes to a field, if there is one of that place. */
    void focus(String place) {
        if (fields.get(place) instanceof Component field) {
            field.getElement().callJsFunction("focus");
        }
    }

    /** Shows each fault at its field, and none elsewhere. */
    void mark(List<Fault> faults, Function<Fault, String> words) {
        fields.forEach((place, field) -> {
            Optional<Fault> wrong =
                    faults.stream().filter(one -> one.place().equals(place)).findFirst();
            field.setErrorMessage(wrong.map(words).orElse(""));
            field.setInvalid(wrong.isPresent());
        });
    }
}
