// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.Queues;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Running;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/** An agent's presence in words: the state, since when, what comes next; a press chooses another. */
final class PresencePill extends Div {
    private static final int MOST_DIGITS = 9;
    private static final WorkKind CALL = new WorkKind("call");

    private final Queues queues;
    private final Locale language;
    private final Words words;
    private final Terms terms;
    private final Consumer<Presence> wish;
    private final Function<UserId, String> names;
    private final Press pill;
    private final Popover popover = new Popover();
    private final Div menu = Shape.box("menu");

    PresencePill(Queues queues, Locale language, Words words, Consumer<Presence> wish, Function<UserId, String> names) {
        this.queues = queues;
        this.language = language;
        this.words = words;
        this.terms = new Terms(language);
        this.wish = wish;
        this.names = names;
        pill = new Press("presence", "").key("Alt+R", "").test("presence");
        popover.setTarget(pill);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAutofocus(true);
        popover.setAriaLabel(words.get("presence.choose"));
        menu.getElement().setAttribute("role", "menu");
        popover.add(menu);
        popover.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                fillMenu();
            }
        });
        add(pill, popover);
    }

    /** What the pill says; while he is busy with a call, his presence is what comes next. */
    private record Doing(String tone, String icon, String said, Instant since, boolean busy) {}

    private Doing doing(AgentDesk desk) {
        AgentState state = desk.state();
        if (!desk.offers().isEmpty()) {
            Instant since = desk.offers().get(0).offeredAt();
            return new Doing("pr", "bell", words.get("presence.ringing"), since, false);
        } else if (state.load().active().getOrDefault(CALL, 0) > 0) {
            return new Doing("pr", "phone", words.get("presence.talking"), since(desk, AgentDesk.Phase.ACTIVE), true);
        } else if (state.load().wrapUp().getOrDefault(CALL, 0) > 0) {
            return new Doing("vi", "check", words.get("presence.wrapUp"), since(desk, AgentDesk.Phase.WRAP_UP), true);
        }
        Presence presence = state.presence();
        String said = terms.presence(presence, reasons());
        return new Doing(Terms.tone(presence), Terms.icon(presence), said, state.since(), false);
    }

    /** Since when he does the newest of a kind; calls are the newest when they are taken. */
    private static Instant since(AgentDesk desk, AgentDesk.Phase phase) {
        return desk.assignments().stream()
                .filter(part -> part.phase() == phase)
                .map(AgentDesk.OpenAssignment::since)
                .max(Comparator.naturalOrder())
                .orElse(desk.state().since());
    }

    void show(AgentDesk desk) {
        AgentState state = desk.state();
        Doing now = doing(desk);
        pill.removeAll();
        pill.add(
                Shape.line("st tone-" + now.tone(), Shape.icon(now.icon() + " b14"), Shape.text("", now.said())),
                Running.clock(now.since()));
        if (now.busy() && !(state.presence() instanceof Presence.Ready)) {
            pill.add(Shape.text("t2", words.get("presence.next", terms.presence(state.presence(), reasons()))));
        }
        String set = state.setBy()
                .map(by -> words.get("presence.setBy", names.apply(by.user()), by.why()))
                .orElse("");
        if (!set.isEmpty()) {
            Span mark = Shape.line("row g1 t2", Shape.icon("user b14"), Shape.text("el hide-n", set));
            mark.getElement().setAttribute("data-testid", "presence-set-by");
            pill.add(mark);
        }
        pill.getElement().setAttribute("title", set);
        if (state.unreachable().contains(CALL)) {
            pill.add(Shape.line(
                    "row g1 wa nb",
                    Shape.icon("alert b14"),
                    Shape.text("", words.get("presence.phoneAway")),
                    Shape.text("hide-n", words.get("presence.noCalls"))));
        }
        pill.add(Shape.icon("down b14"));
        pill.getElement().setAttribute("aria-label", words.get("presence.now", now.said()));
        pill.getElement().setAttribute("data-presence", state.presence().wire());
    }

    private List<Code> reasons() {
        return queues.codes(Code.Use.NOT_READY);
    }

    private void fillMenu() {
        menu.removeAll();
        menu.add(item(terms.presence(new Presence.Ready(), List.of()), "check", "0", "ready", new Presence.Ready()));
        menu.add(Shape.box("hr"), Shape.text("mh", words.get("presence.notReady")));
        int digit = 1;
        for (Code code : reasons()) {
            if (!code.retired() && digit <= MOST_DIGITS) {
                String icon = code.key().equals("break") ? "cup" : "minus";
                menu.add(item(
                        code.text(language),
                        icon,
                        String.valueOf(digit),
                        code.key(),
                        new Presence.NotReady(code.key())));
                digit++;
            }
        }
    }

    private Press item(String said, String icon, String digit, String test, Presence presence) {
        Press item = new Press("mi", said)
                .icon(icon)
                .key(digit, digit)
                .test("presence-" + test)
                .does(() -> {
                    popover.close();
                    wish.accept(presence);
                });
        item.getElement().setAttribute("role", "menuitem");
        return item;
    }
}
