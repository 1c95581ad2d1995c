// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.queue.QueueCommand;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.Place;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The bar at the foot: how many faults with a link to each, what the last save came to, and the buttons. */
final class SaveBar extends HtmlContainer {
    private static final int LINKS = 3;
    private final Editing editing;
    private final Consumer<Fault> goes;
    private final Words words;
    private final Span message = Shape.line("row sp");
    private final Press save;

    SaveBar(Editing editing, Consumer<Fault> goes) {
        super("footer");
        this.editing = editing;
        this.goes = goes;
        words = editing.words;
        addClassName("ef");
        message.getElement().setAttribute("role", "status").setAttribute("data-testid", "save-message");
        save = new Press("btn p", words.get("form.save"))
                .test("save")
                .key("Ctrl+Enter", "")
                .does(this::save);
        if (!editing.draft.fresh) {
            add(new Press("btn", words.get("form.remove"))
                    .icon("x b14")
                    .test("remove")
                    .does(this::ask));
        }
        Press discard = new Press("btn", words.get("form.discard"))
                .test("discard")
                .does(() -> getUI().ifPresent(ui -> ui.getPage().reload()));
        add(message, discard, save);
    }

    void refresh(List<Fault> faults, boolean changed) {
        save.setEnabled(faults.isEmpty());
        message.removeAll();
        if (!faults.isEmpty()) {
            message.add(
                    Shape.line("er", Shape.icon("alert")),
                    Shape.text("er b", words.get("faults", String.valueOf(faults.size()))));
            faults.stream().limit(LINKS).forEach(this::link);
        } else if (changed) {
            message.add(Shape.text("t2", words.get("unsaved")));
        }
    }

    private void link(Fault fault) {
        message.add(new Press("btn g s", words.get("tab." + fault.tab().key()) + " · " + where(fault))
                .test("fault-" + fault.place())
                .does(() -> goes.accept(fault)));
    }

    private String where(Fault fault) {
        String place = fault.place();
        int number = place.lastIndexOf('-');
        return place.matches(".+-[0-9]+")
                ? words.get("place." + place.substring(0, number), place.substring(number + 1))
                : words.or("amount." + place, words.or("text." + place, place));
    }

    void say(String tone, String icon, String text) {
        message.removeAll();
        message.add(Shape.line(tone, Shape.icon(icon)), Shape.text("b " + tone, text));
    }

    private void save() {
        String address = "admin/queues/" + editing.draft.text(Phrasing.ID);
        String tab = editing.context.place().segment(3).map(key -> "/" + key).orElse("");
        send(new QueueCommand.SaveQueue(editing.draft.settings()), address + tab);
    }

    private void ask() {
        Dialog ask = new Dialog();
        ask.setHeaderTitle(words.get("form.remove.ask", editing.draft.text(Phrasing.NAME)));
        ask.add(Shape.text("t2", words.get("form.remove.why")));
        Press yes = new Press("btn er", words.get("form.remove"))
                .test("remove-confirm")
                .does(() -> {
                    ask.close();
                    QueueId id = new QueueId(editing.draft.text(Phrasing.ID));
                    send(new QueueCommand.RemoveQueue(id), "admin/queues");
                });
        ask.getFooter().add(new Press("btn", words.get("form.cancel")).does(ask::close), yes);
        ask.open();
    }

    private void send(Command command, String placeWhenDone) {
        editing.context.run(command, result -> {
            if (result instanceof CommandResult.Refused no) {
                say("er", "alert", no.problem().text(editing.context.locale()));
            } else if (result instanceof CommandResult.Proposed) {
                say("ok", "check", words.get("form.proposed"));
            } else {
                editing.context.go(new Place(Place.parse(placeWhenDone).segments(), Map.of(QueueEditor.SAVED, "1")));
            }
        });
    }
}
