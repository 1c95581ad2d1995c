// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.part;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What a change does, field by field: how it was, how it shall be. Called in the UI thread. */
public final class Difference extends Div {
    /**
     * Shows only what differs.
     *
     * @param before JSON values; empty if the thing is new
     * @param after JSON values; empty if it goes
     * @param heading the three headings: field, before, after
     * @param name the words of a field
     * @param value the words of a value
     */
    public Difference(
            Map<String, ?> before,
            Map<String, ?> after,
            List<String> heading,
            UnaryOperator<String> name,
            Function<Object, String> value) {
        Table table = new Table(heading.get(0));
        table.getElement().setAttribute("data-testid", "difference");
        heading.forEach(word -> table.column(word, false));
        TreeSet<String> fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        for (String field : fields) {
            Object was = before.get(field);
            Object is = after.get(field);
            if (!Objects.equals(was, is)) {
                table.row(List.of(
                        Table.cell(name.apply(field)), cell(was, "er", "minus", value), cell(is, "ok", "plus", value)));
            }
        }
        add(table);
    }

    private static HtmlContainer cell(Object value, String tone, String icon, Function<Object, String> words) {
        return value == null
                ? Table.cell("–")
                : Table.cell(Shape.line("row", Shape.icon(icon + " b14"), Shape.text(tone, words.apply(value))));
    }
}
