// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.settings;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.settings.api.Dictionary;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Table;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The codes of a dictionary, one a row, to be changed, ended, moved and added. */
final class CodeRows extends Div {
    private final ViewContext context;
    private final Words words;
    private final List<Row> rows = new ArrayList<>();
    private final Table table;

    private record Row(
            TextField code,
            TextField parent,
            TextField chinese,
            TextField english,
            DatePicker from,
            DatePicker until) {}

    CodeRows(List<Dictionary.Entry> codes, ViewContext context, Words words) {
        this.context = context;
        this.words = words;
        table = new Table(words.get("dictionary.codes"));
        for (String heading : List.of("code", "parent", "chinese", "english", "from", "until", "order")) {
            table.column(words.get("code." + heading), false);
        }
        codes.forEach(entry -> rows.add(row(Optional.of(entry))));
        Press add = new Press("btn s", words.get("code.add"))
                .icon("plus b14")
                .test("add-code")
                .does(() -> {
                    rows.add(row(Optional.empty()));
                    fill();
                    rows.get(rows.size() - 1).code().focus();
                });
        add(Shape.box("tw", table), add);
        fill();
    }

    private Row row(Optional<Dictionary.Entry> entry) {
        TextField code = field("code", entry.map(Dictionary.Entry::code).orElse(""), "104px");
        code.setReadOnly(entry.isPresent());
        return new Row(
                code,
                field("parent", entry.flatMap(Dictionary.Entry::parent).orElse(""), "76px"),
                field("chinese", entry.map(Dictionary.Entry::chinese).orElse(""), "116px"),
                field("english", entry.map(Dictionary.Entry::english).orElse(""), "132px"),
                day("from", entry.flatMap(Dictionary.Entry::from)),
                day("until", entry.flatMap(Dictionary.Entry::until)));
    }

    private TextField field(String key, String value, String width) {
        TextField field = new TextField();
        field.setAriaLabel(words.get("code." + key));
        field.setValue(value);
        field.setWidth(width);
        return field;
    }

    private DatePicker day(String key, Optional<java.time.Instant> value) {
        DatePicker picker = new DatePicker();
        picker.setAriaLabel(words.get("code." + key));
        picker.setWidth("104px");
        value.ifPresent(at -> picker.setValue(at.atZone(context.zone()).toLocalDate()));
        return picker;
    }

    private void fill() {
        table.clear();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            int index = i;
            HtmlContainer moves = Table.cell(
                    new Press("btn q io xs", "")
                            .icon("up b14")
                            .named(words.get("up"))
                            .does(() -> move(index, -1)),
                    new Press("btn q io xs", "")
                            .icon("down b14")
                            .named(words.get("down"))
                            .does(() -> move(index, 1)),
                    new Press("btn q io xs", "")
                            .icon("x b14")
                            .named(words.get("code.drop"))
                            .does(() -> drop(index)));
            table.row(List.of(
                    Table.cell(row.code()),
                    Table.cell(row.parent()),
                    Table.cell(row.chinese()),
                    Table.cell(row.english()),
                    Table.cell(row.from()),
                    Table.cell(row.until()),
                    moves));
        }
    }

    private void move(int index, int by) {
        if (index + by >= 0 && index + by < rows.size()) {
            Collections.swap(rows, index, index + by);
            fill();
        }
    }

    private void drop(int index) {
        rows.remove(index);
        fill();
    }

    boolean right() {
        return rows.stream()
                .allMatch(row -> row.code().getValue().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
                        && !row.chinese().getValue().isBlank()
                        && !row.english().getValue().isBlank());
    }

    List<Dictionary.Entry> value() {
        return rows.stream()
                .map(row -> new Dictionary.Entry(
                        row.code().getValue(),
                        Optional.of(row.parent().getValue().strip()).filter(parent -> !parent.isEmpty()),
                        row.english().getValue().strip(),
                        row.chinese().getValue().strip(),
                        moment(row.from()),
                        moment(row.until())))
                .toList();
    }

    private Optional<java.time.Instant> moment(DatePicker picker) {
        return Optional.ofNullable(picker.getValue())
                .map(day -> day.atStartOfDay(context.zone()).toInstant());
    }
}
