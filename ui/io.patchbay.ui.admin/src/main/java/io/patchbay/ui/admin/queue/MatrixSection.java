// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.queue.QueueCommand;
import io.patchbay.api.queue.WorkMatrix;
import io.patchbay.api.queue.WorkMatrix.Meeting;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Table;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What may come to agents beside what they do: kinds of work by kinds of work. */
public final class MatrixSection {
    private static final List<String> KINDS = List.of("call", "chat", "sms", "mail");
    private final QueueServices services;
    private final ViewContext context;
    private final Words words;
    private final Span message = Shape.line("row");

    /**
     * The section.
     *
     * @param services what it reads
     * @param context the window and its reader
     */
    public MatrixSection(QueueServices services, ViewContext context) {
        this.services = services;
        this.context = context;
        words = Words.of(MatrixSection.class, context.locale());
        message.getElement().setAttribute("role", "status").setAttribute("data-testid", "save-message");
    }

    /**
     * Builds it.
     *
     * @return the table
     */
    public Component section() {
        List<WorkKind> kinds = kinds();
        Table table = new Table(words.get("matrix.title"));
        table.getElement().setAttribute("data-testid", "matrix");
        table.column(words.get("matrix.doing"), false);
        kinds.forEach(kind -> table.column(words.get("matrix.coming", name(kind)), false));
        kinds.forEach(doing -> table.row(row(doing, kinds)));
        Div head = Shape.box(
                "eh",
                Shape.box(
                        "sp",
                        Shape.tag("h2", "", words.get("matrix.title")),
                        Shape.tag("p", "s t2", words.get("matrix.under"))));
        head.add(message);
        return Shape.tag("section", "panel ed", head, Shape.box("eb", Shape.box("qmx", table)));
    }

    /** Those of Patchbay's channels, then those that somebody said something about. */
    private List<WorkKind> kinds() {
        List<WorkKind> kinds = new ArrayList<>(KINDS.stream().map(WorkKind::new).toList());
        TreeSet<WorkKind> more =
                new TreeSet<>(services.queues().matrix().meetings().keySet());
        services.queues().matrix().meetings().values().forEach(row -> more.addAll(row.keySet()));
        services.people()
                .people(context.scope())
                .forEach(one -> more.addAll(one.work().capacity().keySet()));
        kinds.forEach(more::remove);
        kinds.addAll(more);
        return kinds;
    }

    private List<HtmlContainer> row(WorkKind doing, List<WorkKind> kinds) {
        List<HtmlContainer> cells = new ArrayList<>();
        HtmlContainer head = Shape.tag("th", "", name(doing));
        head.getElement().setAttribute("scope", "row");
        cells.add(head);
        for (WorkKind coming : kinds) {
            cells.add(
                    doing.equals(coming)
                            ? Table.cell(Shape.text("t3 s", words.get("matrix.same")))
                            : Table.cell(choice(doing, coming)));
        }
        return cells;
    }

    private Select<Meeting> choice(WorkKind doing, WorkKind coming) {
        Select<Meeting> select = new Select<>();
        select.setItems(Meeting.values());
        select.setItemLabelGenerator(one -> words.get("meeting." + one));
        select.setValue(services.queues().matrix().of(doing, coming));
        select.setAriaLabel(words.get("matrix.cell", name(doing), name(coming)));
        select.getElement().setAttribute("data-testid", "meeting-" + doing + "-" + coming);
        select.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                save(doing, coming, select, change.getOldValue());
            }
        });
        return select;
    }

    private void save(WorkKind doing, WorkKind coming, Select<Meeting> select, Meeting before) {
        WorkMatrix matrix = services.queues().matrix();
        Map<WorkKind, Meeting> row = new TreeMap<>(matrix.meetings().getOrDefault(doing, Map.of()));
        row.put(coming, select.getValue());
        context.run(new QueueCommand.SaveMeetings(doing, row), result -> {
            if (result instanceof CommandResult.Refused no) {
                select.setValue(before);
                say("er", "alert", no.problem().text(context.locale()));
            } else {
                say("ok", "check", words.get("form.saved"));
            }
        });
    }

    private void say(String tone, String icon, String text) {
        message.removeAll();
        message.add(Shape.line(tone, Shape.icon(icon)), Shape.text("b " + tone, text));
    }

    private String name(WorkKind kind) {
        return words.or("kind." + kind.value(), kind.value());
    }
}
