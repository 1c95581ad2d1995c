// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.call.LiveCalls.Phone;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.Queues;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Running;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Neither ring nor call: the presence and what it means. */
final class IdleFace {
    private final Queues queues;
    private final Words words;
    private final Terms terms;
    private final Function<AgentId, String> names;
    private final DialChooser dial;
    private final PickUpChooser pickUp;
    private final Runnable ready;
    private final Consumer<Boolean> answering;

    IdleFace(
            Queues queues,
            Words words,
            Function<AgentId, String> names,
            DialChooser dial,
            PickUpChooser pickUp,
            Runnable ready,
            Consumer<Boolean> answering) {
        this.dial = dial;
        this.pickUp = pickUp;
        this.queues = queues;
        this.words = words;
        this.terms = new Terms(words.locale());
        this.names = names;
        this.ready = ready;
        this.answering = answering;
    }

    BarFace face(AgentState agent, Optional<Phone> phone) {
        Presence presence = agent.presence();
        String tone = Terms.tone(presence).replace("no", "");
        String said = terms.presence(presence, queues.codes(Code.Use.NOT_READY));
        Span left = Shape.line(
                "col",
                Shape.line("row g1", Shape.badge(tone, Terms.icon(presence), said)),
                Shape.line("big", Running.clock(agent.since())));
        left.getStyle().set("min-width", "140px");
        boolean isReady = presence instanceof Presence.Ready;
        boolean phones = !DeskModel.phoneAway(agent) && !(presence instanceof Presence.LoggedOut);
        Optional<Boolean> alone = phone.map(Phone::autoAnswer).filter(known -> phones);
        return new BarFace(
                words.get("bar"),
                "",
                List.of(left, Shape.line("col sp", title(agent), detail(agent, alone.orElse(false)))),
                buttons(isReady, phones, alone));
    }

    private Map<Object, Supplier<Component>> buttons(boolean isReady, boolean phones, Optional<Boolean> alone) {
        Map<Object, Supplier<Component>> buttons = new LinkedHashMap<>();
        alone.ifPresent(on -> buttons.put(List.of("auto-answer", on), () -> answeringButton(on)));
        if (phones) {
            buttons.put("pickup", pickUp::button);
        }
        if (phones && dial.open()) {
            buttons.put("dial", dial::button);
        }
        if (!isReady) {
            buttons.put("ready", this::readyButton);
        }
        return buttons;
    }

    private Component title(AgentState agent) {
        if (DeskModel.phoneAway(agent)) {
            Span away = Shape.line("row g1 wa", Shape.icon("alert b14"), Shape.text("b", words.get("phoneAway")));
            away.getElement().setAttribute("data-testid", "phone-away");
            return away;
        }
        boolean isReady = agent.presence() instanceof Presence.Ready;
        return Shape.text("b", words.get(isReady ? agent.load().idle() ? "bar.waiting" : "bar.working" : "bar.away"));
    }

    private Component detail(AgentState agent, boolean alone) {
        Optional<AgentState.SetBy> setBy = agent.setBy();
        if (setBy.isPresent()) {
            String who = names.apply(new AgentId(setBy.get().user().value()));
            return Shape.line(
                    "row g1 s t2",
                    Shape.icon("user b14"),
                    Shape.text("el", words.get("bar.setBy", who, setBy.get().why())));
        }
        if (DeskModel.phoneAway(agent)) {
            return Shape.text("s t2 el", words.get("phoneAway.detail"));
        }
        boolean missed = agent.presence() instanceof Presence.NotReady away
                && away.reason().equals(Presence.NotReady.NO_ANSWER);
        boolean isReady = agent.presence() instanceof Presence.Ready;
        return Shape.text(
                "s t2 el",
                words.get(
                        isReady
                                ? alone ? "bar.waiting.alone" : "bar.waiting.detail"
                                : missed ? "bar.missed.detail" : "bar.away.detail"));
    }

    /** What is offered is taken by his phone itself, or not. */
    private Component answeringButton(boolean on) {
        Press press = new Press("btn", words.get("bar.autoAnswer"))
                .icon(on ? "check" : "phone")
                .test("auto-answer")
                .does(() -> answering.accept(!on));
        press.setClassName("on", on);
        press.getElement()
                .setAttribute("aria-pressed", String.valueOf(on))
                .setAttribute("title", words.get(on ? "bar.autoAnswer.on" : "bar.autoAnswer.off"));
        return press;
    }

    private Component readyButton() {
        return new Press("btn p", words.get("bar.ready"))
                .icon("check")
                .test("go-ready")
                .does(ready);
    }
}
