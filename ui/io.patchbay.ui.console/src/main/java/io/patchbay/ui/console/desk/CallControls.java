// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import io.patchbay.api.call.CallCommand;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Participant;
import io.patchbay.api.interaction.Participant.Manner;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import java.util.ArrayList;
import java.util.List;

/** The buttons of a call that is talked. */
final class CallControls {
    private static final String KEYS = "123456789*0#";

    private final Words words;
    private final DeskPresenter presenter;
    private final ConsultChooser consult;
    private final SecureFace secure;

    CallControls(Words words, DeskPresenter presenter, ConsultChooser consult, SecureFace secure) {
        this.secure = secure;
        this.words = words;
        this.presenter = presenter;
        this.consult = consult;
    }

    /** For the agent whose call it is. */
    List<Component> of(InteractionId call, CallParties parties) {
        List<Component> groups = new ArrayList<>();
        Span first = Shape.line("cgrp", mute(call, parties.muted()));
        if (parties.consulted().isEmpty()) {
            first.add(hold(call, parties.held()), keypad(call));
            groups.add(first);
            groups.add(secure.buttons(call));
            groups.add(Shape.line("cgrp", consult.button(call, "consult", "bar.consult")));
        } else {
            first.add(keypad(call));
            groups.add(first);
            groups.add(consulting(call, parties));
        }
        return groups;
    }

    private Span consulting(InteractionId call, CallParties parties) {
        Span group = Shape.line("cgrp");
        boolean answered = parties.consulted().stream().anyMatch(one -> one.manner() != Manner.RINGING);
        boolean together = answered
                && !parties.held()
                && parties.consulted().stream().allMatch(one -> one.manner() == Manner.TALKING);
        if (answered && !together) {
            group.add(
                    press("refresh", "bar.swap", "swap", new CallCommand.Swap(call)),
                    press("conf", "bar.confer", "confer", new CallCommand.Confer(call)));
        }
        if (answered) {
            Participant last = parties.consulted().get(parties.consulted().size() - 1);
            group.add(press("transfer", "bar.complete", "complete", new CallCommand.Complete(call, last.id())));
        }
        if (together) {
            group.add(consult.button(call, "add-party", "bar.addParty"));
        }
        Participant last = parties.consulted().get(parties.consulted().size() - 1);
        group.add(press(
                "x",
                answered ? "bar.release" : "bar.stopCalling",
                "release",
                new CallCommand.Release(call, last.id())));
        return group;
    }

    /** F8. */
    Press mute(InteractionId call, boolean muted) {
        Press press = press("mute", muted ? "bar.unmute" : "bar.mute", "mute", new CallCommand.Mute(call, !muted))
                .key("F8", "");
        press.setClassName("on", muted);
        press.getElement().setAttribute("title", "F8").setAttribute("aria-pressed", String.valueOf(muted));
        return press;
    }

    private Press hold(InteractionId call, boolean held) {
        Press press = press(
                        held ? "play" : "pause",
                        held ? "bar.resume" : "bar.hold",
                        "hold",
                        held ? new CallCommand.Resume(call) : new CallCommand.Hold(call))
                .key("F9", "");
        press.setClassName("on", held);
        press.getElement().setAttribute("title", "F9").setAttribute("aria-pressed", String.valueOf(held));
        return press;
    }

    Press press(String icon, String word, String test, CallCommand command) {
        Press press = new Press("cbtn", "").test(test);
        press.add(Shape.icon(icon), Shape.text("", words.get(word)));
        return press.does(() -> presenter.call(command));
    }

    private Span keypad(InteractionId call) {
        Press press = new Press("cbtn", "").test("keypad");
        press.add(Shape.icon("keypad"), Shape.text("", words.get("bar.keypad")));
        Popover popover = new Popover();
        popover.setTarget(press);
        popover.setPosition(PopoverPosition.BOTTOM);
        popover.setAriaLabel(words.get("bar.keypad"));
        Div keys = Shape.box("keypad");
        KEYS.chars().forEach(key -> keys.add(key(call, String.valueOf((char) key))));
        popover.add(keys);
        return Shape.line("row", press, popover);
    }

    private Press key(InteractionId call, String digit) {
        return new Press("btn", digit)
                .test("key-" + digit)
                .does(() -> presenter.call(new CallCommand.Press(call, digit)));
    }
}
