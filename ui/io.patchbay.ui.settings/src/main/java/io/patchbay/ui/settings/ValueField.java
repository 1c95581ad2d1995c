// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.settings.ParameterKind;
import io.patchbay.api.settings.ParameterType;
import io.patchbay.ui.kit.form.EditForm;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The field for a parameter's value, as its kind wants it. */
final class ValueField {
    private static final int LONG_TEXT = 200;

    private final ParameterType type;
    private final boolean chinese;
    private final Words words;
    private final Component component;

    ValueField(ParameterType type, ViewContext context, Words words) {
        this.type = type;
        this.words = words;
        this.chinese = context.locale().getLanguage().equals("zh");
        this.component = make(words.get("parameter.value"));
    }

    Component component() {
        return component;
    }

    /** Puts it among a form's fields. */
    void register(EditForm form, String name) {
        if (component instanceof Select<?> select) {
            form.field(name, select);
        } else if (component instanceof IntegerField number) {
            form.field(name, number);
        } else if (component instanceof TextArea area) {
            form.field(name, area);
        } else if (component instanceof TextField text) {
            form.field(name, text);
        }
    }

    private Component make(String label) {
        ParameterKind kind = type.kind();
        if (kind instanceof ParameterKind.Flag) {
            return select(label, List.of("true", "false"));
        } else if (kind instanceof ParameterKind.Choice choice) {
            return select(label, choice.options().keySet().stream().sorted().toList());
        } else if (kind instanceof ParameterKind.Count count) {
            return number(label, count.unit());
        } else if (kind instanceof ParameterKind.Length) {
            return number(label, words.get("seconds"));
        } else if (kind instanceof ParameterKind.Text text && text.most() > LONG_TEXT) {
            TextArea area = new TextArea(label);
            area.setMaxLength(text.most());
            area.setMinHeight("96px");
            area.setWidthFull();
            return area;
        }
        TextField field = new TextField(label);
        field.setWidthFull();
        return field;
    }

    private Select<String> select(String label, List<String> keys) {
        Select<String> select = new Select<>();
        select.setLabel(label);
        select.setItems(keys);
        select.setItemLabelGenerator(key -> key == null ? "" : text(key));
        select.setWidthFull();
        return select;
    }

    private static IntegerField number(String label, String unit) {
        IntegerField field = new IntegerField(label + (unit.isEmpty() ? "" : " (" + unit + ")"));
        field.setWidthFull();
        return field;
    }

    void set(Object value) {
        if (component instanceof IntegerField field) {
            field.setValue(((Number) value).intValue());
        } else if (component instanceof Select<?> || component instanceof TextArea || component instanceof TextField) {
            texts().setValue(String.valueOf(value));
        }
        if (component instanceof com.vaadin.flow.component.HasHelper helped) {
            helped.setHelperText(fits());
        }
    }

    @SuppressWarnings("unchecked") // all but number fields hold text
    private HasValue<?, String> texts() {
        return (HasValue<?, String>) component;
    }

    /** What was typed, if it fits. */
    Optional<Object> get() {
        Object typed;
        if (component instanceof IntegerField field) {
            typed = field.getValue() == null ? "" : field.getValue().longValue();
        } else if (type.kind() instanceof ParameterKind.Flag) {
            typed = Boolean.valueOf(texts().getValue());
        } else {
            typed = Optional.ofNullable(texts().getValue()).orElse("");
        }
        return type.kind().fault(typed).isEmpty() ? Optional.of(typed) : Optional.empty();
    }

    /** What fits, in words: the kind says so of a value that never does. */
    String fits() {
        return type.kind().fault(List.of()).get(chinese ? 1 : 0);
    }

    /** A value in words. */
    String text(Object value) {
        if (type.kind() instanceof ParameterKind.Length && value instanceof Number seconds) {
            return Formats.duration(Duration.ofSeconds(seconds.longValue()));
        } else if (type.kind() instanceof ParameterKind.Choice choice
                && choice.options().containsKey(value)) {
            return choice.options().get(value).get(chinese ? 1 : 0);
        } else if (type.kind() instanceof ParameterKind.Flag) {
            return words.get("flag." + value);
        } else if (type.kind() instanceof ParameterKind.Count count
                && !count.unit().isEmpty()) {
            return value + " " + count.unit();
        }
        String text = String.valueOf(value);
        return text.isEmpty() ? words.get("empty") : text;
    }
}
