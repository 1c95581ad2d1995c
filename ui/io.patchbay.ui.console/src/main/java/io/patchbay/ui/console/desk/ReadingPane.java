// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.Participant.Manner;
import io.patchbay.ui.console.desk.DeskModel.Reading;
import io.patchbay.ui.kit.part.Composer;
import io.patchbay.ui.kit.part.MessageLog;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Optional;

/**
 * A colleague's written contact in which a supervisor is: he reads along, and writes to whom his manner lets him, to
 * the agent alone (a note for inside) or to the customer.
 */
final class ReadingPane extends Div {
    private final Words words;
    private final DeskPresenter presenter;
    private final InteractionId id;
    private final MessageLog log;
    private final Div typing = Shape.box("typl off");
    private final Div manner = new Div();
    private final Div below = Shape.box("cmp");
    private final Composer composer = new Composer();
    private Optional<Manner> shown = Optional.empty();

    ReadingPane(ViewContext context, Words words, DeskPresenter presenter, Reading first) {
        this.words = words;
        this.presenter = presenter;
        Interaction contact = first.guest().contact();
        id = contact.id();
        getStyle().set("display", "contents");
        log = new MessageLog(context, presenter::colleague);
        typing.add(
                Shape.line("typing", Shape.tag("i", ""), Shape.tag("i", ""), Shape.tag("i", "")),
                new Span(words.get("typing", first.guest().who())));
        composer.onSend(this::send);
        composer.onDraft(presenter::keepDraft);
        manner.getStyle().set("display", "contents");
        add(head(contact, first.guest().who(), new Terms(context.locale())), log, typing, below);
        getElement().setAttribute("data-testid", "reading");
    }

    private Div head(Interaction contact, String who, Terms terms) {
        Div name = Shape.box("row", Shape.tag("b", "l el", who), manner);
        String agent = contact.assignments().isEmpty()
                ? ""
                : presenter.colleague(contact.assignments()
                        .get(contact.assignments().size() - 1)
                        .agent());
        String channel = terms.channel(contact.contact().channel());
        Div about = Shape.box("xs t2 el num", words.get("reading.of", agent, channel, contact.number()));
        return Shape.box("ch2", Shape.avatar("", who), Shape.box("sp", name, about));
    }

    boolean isOf(Reading model) {
        return model.guest().contact().id().equals(id);
    }

    void show(Reading model) {
        log.show(model.messages(), model.guest().contact(), Optional.empty());
        log.notes(model.notes());
        typing.setClassName("off", !model.typing());
        Manner now = model.guest().visit().manner();
        if (!shown.equals(Optional.of(now))) {
            shown = Optional.of(now);
            showManner(now);
        }
    }

    private void showManner(Manner now) {
        manner.removeAll();
        manner.add(Shape.badge("pr", icon(now), words.get("reading." + now.wire())));
        below.removeAll();
        below.setClassName("inside", now == Manner.WHISPERING);
        if (now == Manner.WHISPERING || now == Manner.TALKING) {
            String key = key(now);
            composer.load(key, presenter.draftOf(key), words.get("reading.to." + now.wire()));
            Press send =
                    new Press("btn p", words.get("send")).test("reading-send").does(composer::send);
            send.add(Shape.key("Enter"));
            below.add(composer, Shape.box("row", Shape.space(), Shape.text("xs t3", words.get("shiftEnter")), send));
        } else {
            below.add(Shape.tip("pr", "info", words.get("reading.silent")));
        }
    }

    private static String icon(Manner manner) {
        return switch (manner) {
            case WHISPERING -> "whisper";
            case TALKING -> "conf";
            default -> "headset";
        };
    }

    private String key(Manner now) {
        return now == Manner.WHISPERING ? "note:" + id : id.toString();
    }

    private void send(String key, String text) {
        if (key.equals(id.toString())) {
            presenter.send(new InteractionCommand.SendMessage(id, text, Optional.empty(), List.of()), () -> {});
        } else {
            presenter.note(id, text);
        }
    }

    /** Puts a text back that could not be sent. */
    void unsent(String key, String text) {
        composer.restore(key, text);
    }
}
