// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.people.Unit;
import io.patchbay.ui.kit.text.Words;
import java.util.List;

/** Makes the fields of the forms. */
final class Inputs {
    private final Words words;

    Inputs(Words words) {
        this.words = words;
    }

    TextField text(String key, String value, int most) {
        TextField field = new TextField(words.get(key));
        field.setValue(value);
        field.setMaxLength(most);
        field.setWidthFull();
        return field;
    }

    /** The id of a thing: given once, never changed. */
    TextField id(String key, String value) {
        TextField field = text(key, value, 64);
        field.setReadOnly(!value.isEmpty());
        field.setHelperText(words.get("id.help"));
        return field;
    }

    IntegerField number(String key, int value, int least, int most) {
        IntegerField field = new IntegerField(words.get(key));
        field.setMin(least);
        field.setMax(most);
        field.setValue(value);
        field.setWidthFull();
        field.setHelperText(words.get("number.help", String.valueOf(least), String.valueOf(most)));
        return field;
    }

    Select<Unit> unit(String key, List<Unit> units, UnitId value) {
        Select<Unit> select = new Select<>();
        select.setLabel(words.get(key));
        select.setItems(units);
        select.setItemLabelGenerator(unit -> unit == null ? words.get("unit.none") : unit.name());
        select.setWidthFull();
        units.stream().filter(unit -> unit.id().equals(value)).findFirst().ifPresent(select::setValue);
        return select;
    }

    /** Whether a number is there and within its bounds. */
    static boolean right(IntegerField field) {
        Integer value = field.getValue();
        return value != null && value >= field.getMin() && value <= field.getMax();
    }
}
