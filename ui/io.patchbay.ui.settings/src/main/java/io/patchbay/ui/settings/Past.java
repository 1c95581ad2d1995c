// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.command.CommandResult;
import io.patchbay.settings.api.Revision;
import io.patchbay.settings.api.SettingCommand;
import io.patchbay.ui.kit.form.EditForm;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Table;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;

/** The history of a setting at the foot of its form, and the undoing of its last change. */
final class Past {
    private static final int SHOWN = 8;

    private final SettingsServices services;
    private final ViewContext context;
    private final Words words;

    Past(SettingsServices services, ViewContext context, Words words) {
        this.services = services;
        this.context = context;
        this.words = words;
    }

    void add(EditForm form, SettingCommand.Undo undo) {
        List<Revision> history = services.history().of(undo.kind(), undo.id());
        if (history.stream().noneMatch(one -> one.number() > 0)) {
            return;
        }
        Table table = new Table(words.get("history"));
        table.column(words.get("history.at"), false).column(words.get("history.who"), false);
        table.column(words.get("history.what"), false);
        history.stream()
                .limit(SHOWN)
                .forEach(one -> table.row(List.of(
                        Table.cell(one.number() == 0 ? words.get("history.beginning") : time(one)),
                        Table.cell(one.actor().replaceFirst("^user:", "")),
                        Table.cell(content(one)))));
        Div said = Shape.box("row g1");
        Press press = new Press("btn", words.get("undo")).icon("rewind b14").test("undo");
        press.does(() -> context.run(undo, result -> {
            if (result instanceof CommandResult.Refused refused) {
                said.removeAll();
                said.add(Shape.badge("er", "alert", refused.problem().text(context.locale())));
            } else {
                context.go(context.place());
                press.getUI().ifPresent(ui -> ui.getPage().reload());
            }
        }));
        form.section(words.get("history"), "", table, Shape.box("row g1", press, said));
    }

    private String time(Revision one) {
        return Times.text(one.at(), context);
    }

    private Component content(Revision one) {
        String text = one.content().map(String::valueOf).orElse(words.get("history.none"));
        var line = Shape.text("el mono", text.length() > 160 ? text.substring(0, 160) + "…" : text);
        line.getElement().setAttribute("title", text.length() > 2_000 ? text.substring(0, 2_000) : text);
        return line;
    }
}
