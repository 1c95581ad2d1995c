// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.records;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.recording.Mark;
import io.patchbay.api.recording.RecordingCommand;
import io.patchbay.api.recording.RecordingCommand.RemoveMark;
import io.patchbay.api.recording.RecordingCommand.SetMark;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.SoundPlayer;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;
import java.util.List;

/** The marks in a recording beside its wave forms: a press goes there; who may sets new ones and takes his own away. */
final class MarkList extends Div {
    private final Interaction contact;
    private final SoundPlayer player;
    private final Archive archive;
    private final ViewContext context;
    private final Words words;
    private final Formats formats;
    private final Div list = Shape.box("ml");
    private final Div form = Shape.box("mf");
    private final Div trouble = Shape.box("");

    MarkList(Interaction contact, SoundPlayer player, Archive archive, ViewContext context, Words words) {
        this.contact = contact;
        this.player = player;
        this.archive = archive;
        this.context = context;
        this.words = words;
        formats = new Formats(context.locale(), context.zone());
        addClassName("mks");
        getElement().setAttribute("data-testid", "marks").setAttribute("aria-label", words.get("marks"));
        add(form, trouble, list);
        player.onMark(this::ask);
    }

    /** Whether the reader may set marks here. */
    static boolean may(ViewContext context, Interaction contact) {
        return context.scope().may(Permissions.RECORDING_MARKS, contact.place());
    }

    void show(List<Mark> marks) {
        player.marks(marks);
        list.removeAll();
        marks.forEach(mark -> list.add(row(mark)));
        shown();
    }

    /** Nothing beside the wave forms while there is nothing to say. */
    private void shown() {
        setVisible(list.getChildren().findAny().isPresent()
                || form.getChildren().findAny().isPresent()
                || trouble.getChildren().findAny().isPresent());
    }

    private Component row(Mark mark) {
        String place = Formats.duration(mark.at());
        Press go = new Press("btn q s num", place).named(words.get("marks.go", place));
        go.test("mark-go").does(() -> player.seek(mark.at()));
        Div head = Shape.box(
                "row g1 xs t2",
                go,
                Shape.text("el", archive.actor(context.scope(), mark.author())),
                Shape.text("t3 num nb", formats.moment(mark.setAt(), context.now())),
                Shape.space());
        if (mark.author().equals(new Actor.Person(context.user(), context.scope()).text())) {
            head.add(new Press("btn q io s", "")
                    .icon("x b14")
                    .named(words.get("marks.remove", place))
                    .test("mark-remove")
                    .does(() -> run(new RemoveMark(contact.id(), mark.id()))));
        }
        Div row = Shape.box("mr", head, Shape.box("", mark.text()));
        row.getElement().setAttribute("data-testid", "mark");
        return row;
    }

    private void ask(Duration at) {
        if (!may(context, contact)) {
            return;
        }
        TextArea text = new TextArea(words.get("marks.at", Formats.duration(at)));
        text.setMaxLength(RecordingCommand.LONGEST_TEXT);
        text.setWidthFull();
        text.setAutofocus(true);
        text.getElement().setAttribute("data-testid", "mark-text");
        Press keep = new Press("btn p s", words.get("marks.keep")).test("mark-keep");
        keep.does(() -> {
            boolean empty = text.getValue().isBlank();
            text.setInvalid(empty);
            text.setErrorMessage(words.get("marks.empty"));
            if (!empty) {
                run(new SetMark(contact.id(), at, text.getValue()));
            }
        });
        Press cancel = new Press("btn s", words.get("cancel")).does(this::away);
        form.removeAll();
        form.add(text, Shape.box("row", Shape.space(), cancel, keep));
        shown();
        text.focus();
    }

    private void away() {
        form.removeAll();
        trouble.removeAll();
        shown();
    }

    private void run(Command command) {
        context.run(command, result -> {
            trouble.removeAll();
            if (result instanceof CommandResult.Refused refused) {
                trouble.add(Shape.tip("er", "alert", refused.problem().text(context.locale())));
                shown();
            } else {
                form.removeAll();
                context.load(() -> archive.recordings().marks(context.scope(), contact.id()), this::show);
            }
        });
    }
}
