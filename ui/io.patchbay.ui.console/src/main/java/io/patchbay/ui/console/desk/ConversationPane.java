// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.agent.AgentDesk.Phase;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.ui.console.desk.DeskModel.Front;
import io.patchbay.ui.kit.part.MessageLog;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Running;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Optional;

/** The middle of the desk: who it is, the messages, and below them where the agent writes or wraps up. */
final class ConversationPane extends HtmlContainer {
    private final DeskServices services;
    private final ViewContext context;
    private final Words words;
    private final Terms terms;
    private final DeskPresenter presenter;
    private final Div head = Shape.box("ch2");
    private final Div logBox = new Div();
    private final Div typing = Shape.box("typl off");
    private final Div below = new Div();
    private final WritingArea writing;
    private final TransferChooser transfer;
    private Optional<MessageLog> log = Optional.empty();
    private Optional<ReadingPane> reading = Optional.empty();
    private final Div title = new Div();
    private final Div actions = new Div();
    private List<Object> headShown = List.of();
    private List<Object> actionsShown = List.of();
    private Optional<InteractionId> loaded = Optional.empty();
    private WrapUpForm wrapUp;
    private Object belowShown = "";

    ConversationPane(
            DeskServices services, ViewContext context, Words words, DeskPresenter presenter, ContextColumn column) {
        super("section");
        this.services = services;
        this.context = context;
        this.words = words;
        this.terms = new Terms(context.locale());
        this.presenter = presenter;
        this.transfer = new TransferChooser(services, context, words, presenter);
        this.writing = new WritingArea(services, context, words, presenter);
        addClassNames("mid", "panel");
        getElement().setAttribute("aria-label", words.get("conversation"));
        logBox.getStyle().set("display", "contents");
        below.getStyle().set("display", "contents");
        title.getStyle().set("display", "contents");
        actions.getStyle().set("display", "contents");
        head.add(
                title,
                actions,
                new Press("btn s io ctxbtn", "")
                        .icon("user")
                        .named(words.get("customer"))
                        .does(column::toggle));
        typing.add(Shape.line("typing", Shape.tag("i", ""), Shape.tag("i", ""), Shape.tag("i", "")), new Span());
        empty();
    }

    void show(DeskModel model) {
        if (model.front().isEmpty()) {
            model.reading().ifPresentOrElse(this::readAlong, this::empty);
            return;
        }
        Front front = model.front().get();
        if (log.isEmpty()) {
            clear();
            add(head, logBox, typing, below);
        }
        showHead(front);
        showActions(front);
        showLog(front);
        typing.setClassName("off", !front.typing());
        typing.getChildren().skip(1).forEach(text -> ((Span) text).setText(words.get("typing", front.who())));
        showBelow(front);
    }

    /** A colleague's contact, where he has none of his own in front. */
    private void readAlong(DeskModel.Reading model) {
        if (reading.filter(pane -> pane.isOf(model)).isEmpty()) {
            clear();
            reading = Optional.of(new ReadingPane(context, words, presenter, model));
            add(reading.get());
        }
        reading.get().show(model);
    }

    private void empty() {
        if (log.isEmpty() && reading.isEmpty() && getChildren().findAny().isPresent()) {
            return;
        }
        clear();
        add(Vacant.page(words.get("empty.title"), words.get("empty.words")));
    }

    private void clear() {
        removeAll();
        reading = Optional.empty();
        log = Optional.empty();
        loaded = Optional.empty();
        headShown = List.of();
        actionsShown = List.of();
        belowShown = "";
    }

    private void showHead(Front front) {
        List<Object> wanted = List.of(
                front.contact().id(),
                front.who(),
                front.tier(),
                front.phase(),
                front.contact().times());
        if (wanted.equals(headShown)) {
            return;
        }
        headShown = wanted;
        title.removeAll();
        Interaction contact = front.contact();
        Div first = Shape.box("row", Shape.tag("b", "l el", front.who()));
        first.add(Shape.badge(
                "",
                Terms.icon(contact.contact().channel()),
                terms.channel(contact.contact().channel())));
        front.tier().ifPresent(tier -> first.add(Shape.badge(Terms.tone(tier), "", terms.tier(tier))));
        Div second = Shape.box("xs t2 el num");
        contact.contact().subject().ifPresent(subject -> second.add(Shape.text("", subject + " · ")));
        second.add(Shape.text("", front.queue() + " · " + contact.number() + " · "));
        second.add(
                Shape.text("", words.get("talked") + " "),
                Running.clock(
                        contact.times().answeredAt().orElse(contact.times().arrivedAt())));
        title.add(Shape.avatar("", front.who()), Shape.box("sp", first, second));
    }

    /** They stay while they mean the same, so that no press is lost when a name or a level becomes known. */
    private void showActions(Front front) {
        InteractionId id = front.contact().id();
        List<Object> wanted = List.of(
                id,
                front.phase(),
                front.writable(),
                front.talking(),
                front.contact().placement().queue());
        if (wanted.equals(actionsShown)) {
            return;
        }
        actionsShown = wanted;
        actions.removeAll();
        String state = front.phase() + " " + id;
        if (front.phase() == Phase.ACTIVE) {
            if (!DeskModel.isInner(front.contact())) {
                actions.add(transfer.button(front.contact(), state));
            }
            if (front.writable()) {
                actions.add(new Press("btn s", words.get("park"))
                        .icon("clock")
                        .test("park")
                        .guarded(state)
                        .does(() -> presenter.park(id)));
            }
            if (front.talking()) {
                return; // hang-up is in the bar
            }
            Press end = new Press("btn s", words.get("end"))
                    .icon("check")
                    .test("end")
                    .guarded(state)
                    .key("Alt+W", "Alt W");
            actions.add(end.does(() -> presenter.end(id)));
        } else if (front.phase() == Phase.PARKED) {
            actions.add(new Press("btn s p", words.get("resume"))
                    .icon("play")
                    .test("resume")
                    .guarded(state)
                    .does(() -> presenter.resume(id)));
        }
    }

    private void showLog(Front front) {
        InteractionId id = front.contact().id();
        if (!loaded.equals(Optional.of(id))) {
            loaded = Optional.of(id);
            MessageLog made = new MessageLog(
                    context,
                    agent -> agent.value().equals(context.user().value()) ? words.get("me") : agent.value(),
                    presenter::retry);
            log = Optional.of(made);
            logBox.removeAll();
            logBox.add(made);
            belowShown = "";
        }
        log.get().show(front.messages(), front.contact(), front.firstUnread());
        log.get().notes(front.notes());
    }

    private void showBelow(Front front) {
        Object wanted = List.of(front.contact().id(), front.phase(), front.writable(), front.talking());
        if (wanted.equals(belowShown)) {
            if (front.phase() == Phase.WRAP_UP) {
                wrapUp.show(front);
            } else if (front.writable()) {
                writing.show(front);
            }
            return;
        }
        belowShown = wanted;
        below.removeAll();
        InteractionId id = front.contact().id();
        if (front.phase() == Phase.WRAP_UP) {
            wrapUp = new WrapUpForm(services, words, presenter, front);
            below.add(wrapUp);
        } else if (front.writable()) {
            below.add(writing);
            writing.leave();
            writing.show(front);
        } else if (front.talking()) {
            below.add(new CallNotes(id, words, presenter));
        } else if (front.phase() == Phase.PARKED) {
            below.add(Shape.box("cmp", Shape.tip("pr", "clock", words.get("parked"))));
        } else {
            below.add(Shape.box("cmp", Shape.tip("wa", "info", words.get("left"))));
        }
    }

    void unsent(String key, String text) {
        if (reading.isPresent()) {
            reading.get().unsent(key, text);
        } else {
            writing.unsent(key, text);
        }
    }
}
