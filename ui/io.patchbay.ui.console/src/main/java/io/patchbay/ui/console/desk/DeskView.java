// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.communication.PushConnection;
import io.patchbay.api.id.AgentId;
import io.patchbay.ui.console.desk.DeskModel.Card;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.FollowsAddress;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;
import java.util.Map;

/** The agent desk: worklist, call bar, conversation, customer. */
final class DeskView extends Div implements DeskScreen, DeskWindows.Desk, FollowsAddress {
    private final ViewContext context;
    private final Words words;
    private final DeskPresenter presenter;
    private final WorkList list;
    private final CallBar bar;
    private final ConversationPane conversation;
    private final ContextColumn column;
    private final DeskStatus status;
    private final Ringer ringer = new Ringer();
    private final Div otherWindow = Shape.box("other");
    private boolean sound;
    private boolean reachable = true;
    private boolean ringing;
    private String said = "";

    DeskView(
            DeskServices services,
            ViewContext context,
            Map<String, String> drafts,
            DeskWindows windows,
            DeskPanels panels) {
        this.context = context;
        words = Words.of(DeskView.class, context.locale());
        presenter = new DeskPresenter(services, context, drafts, this);
        list = new WorkList(words, context.locale(), presenter);
        column = new ContextColumn(context, words, panels);
        bar = new CallBar(services, context, words, presenter);
        conversation = new ConversationPane(services, context, words, presenter, column);
        status = new DeskStatus(services, context, words);
        AgentId me = new AgentId(context.user().value());
        build(windows, me);
        context.frame(new Div(), status);
        presenter.start();
        windows.opened(me, this);
        context.untilGone(() -> windows.closed(me, this));
        context.every(Duration.ofSeconds(2), () -> reached(windows, me));
    }

    /** A window that nothing reaches any more gives the sound away until it is back. */
    private void reached(DeskWindows windows, AgentId me) {
        boolean now = getUI().map(ui -> ui.getInternals().getPushConnection())
                .map(PushConnection::isConnected)
                .orElse(false);
        if (now != reachable) {
            reachable = now;
            if (now) {
                windows.opened(me, this);
            } else {
                windows.closed(me, this);
            }
        }
    }

    private void build(DeskWindows windows, AgentId me) {
        addClassNames("view", "deskw");
        Press here = new Press("btn s", words.get("useHere")).test("use-here").does(() -> windows.take(me, this));
        otherWindow.add(Shape.icon("info"), Shape.text("", words.get("otherWindow")), here);
        otherWindow.setVisible(false);
        Div soundBar = Shape.box("other soundbar", Shape.icon("vol"), Shape.text("", words.get("soundBlocked")));
        soundBar.add(new Press("btn s", words.get("soundOn")));
        soundBar.getElement().setAttribute("hidden", true);
        Keys keys = new Keys();
        keys.getElement().setAttribute("keys", "Alt+ArrowUp Alt+ArrowDown Alt+U");
        keys.getElement()
                .addEventListener(
                        "pb-key", press -> pressed(press.getEventData().getString("event.detail.key")))
                .addEventData("event.detail.key");
        Div desk = Shape.box("desk", list, bar, conversation, column);
        add(otherWindow, soundBar, desk, ringer, keys);
    }

    private void pressed(String key) {
        switch (key) {
            case "Alt+ArrowUp" -> presenter.step(-1);
            case "Alt+ArrowDown" -> presenter.step(1);
            default -> presenter.nextTurn();
        }
    }

    @Override
    public void show(Place place) {
        presenter.show(place);
    }

    @Override
    public void show(DeskModel model) {
        list.show(model);
        bar.show(model);
        conversation.show(model);
        column.show(model);
        status.agent(model.agent());
        ringing = !model.offers().isEmpty() && model.pickUp().isEmpty();
        ring();
        attention(model);
    }

    private void attention(DeskModel model) {
        int unread = model.cards().stream().mapToInt(Card::unread).sum();
        int waiting = model.offers().size() + unread;
        String title = "";
        if (ringing) {
            title = words.get("title.ringing", model.offers().get(0).who());
        } else if (unread > 0) {
            title = words.get("title.unread", String.valueOf(unread));
        }
        if (!said.equals(title + waiting)) {
            said = title + waiting;
            context.attention(title, waiting);
        }
    }

    @Override
    public void problem(String problem) {
        bar.problem(problem);
    }

    @Override
    public void unsent(String key, String text) {
        conversation.unsent(key, text);
    }

    @Override
    public void sound(boolean has) {
        context.now(() -> {
            sound = has;
            otherWindow.setVisible(!has);
            ring();
        });
    }

    private void ring() {
        ringer.getElement().setProperty("ringing", ringing && sound);
    }

    /** The browser part of the ring. */
    @Tag("pb-ringer")
    static final class Ringer extends Component {}

    /** The browser part of the desk's own keys. */
    @Tag("pb-keys")
    static final class Keys extends Component {}
}
