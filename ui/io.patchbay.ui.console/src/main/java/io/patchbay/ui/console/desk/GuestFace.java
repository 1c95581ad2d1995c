// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.agent.AgentDesk.Participation;
import io.patchbay.api.call.CallCommand;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Participant.Manner;
import io.patchbay.ui.console.desk.DeskModel.Guest;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Running;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import java.util.List;

/** A colleague's call into which this agent is asked, or in which he is: who asks, about whom, with which words. */
final class GuestFace {
    private final Words words;
    private final CallControls controls;
    private final DeskPresenter presenter;

    GuestFace(Words words, CallControls controls, DeskPresenter presenter) {
        this.words = words;
        this.controls = controls;
        this.presenter = presenter;
    }

    BarFace face(Guest guest) {
        Participation visit = guest.visit();
        InteractionId call = visit.interaction();
        boolean rings = visit.manner() == Manner.RINGING;
        boolean inner = DeskModel.isInner(guest.contact());
        String by = visit.by().map(presenter::colleague).orElse("");
        String doing = rings
                ? words.get(inner ? "guest.calls" : "guest.asked", by)
                : words.get(inner ? "bar.inner" : "guest." + visit.manner().wire());
        Span state = Shape.line("col", Shape.line("row g1", Shape.badge("pr", rings ? "bell" : icon(guest), doing)));
        guest.self().ifPresent(self -> state.add(Shape.line("big", Running.clock(self.since()))));
        state.getStyle().set("min-width", "140px");
        Span first = Shape.line("row", Shape.tag("b", "xl el", inner ? by : guest.who()));
        Span note = Shape.text("s t2 el", visit.note());
        note.getElement().setAttribute("data-testid", "guest-note");
        boolean muted = guest.self().filter(self -> self.muted()).isPresent();
        return BarFace.whole(
                doing,
                rings ? "offer" : "",
                List.of(state, Shape.line("col sp", first, note)),
                List.of("guest", call, rings, muted),
                () -> DeskModel.isCall(guest.contact()) ? buttons(call, rings, muted) : written(call));
    }

    private static String icon(Guest guest) {
        return Terms.icon(guest.contact().contact().channel());
    }

    /** Of a written contact: reads it, or leaves. */
    private List<Component> written(InteractionId contact) {
        Press look = new Press("cbtn", "").test("guest-look");
        look.add(Shape.icon("chat"), Shape.text("", words.get("guest.look")));
        Press leave = new Press("cbtn", "").test("leave");
        leave.add(Shape.icon("x"), Shape.text("", words.get("guest.leave")));
        return List.of(look.does(presenter::lookIn), leave.does(() -> presenter.lookAway(contact)));
    }

    private List<Component> buttons(InteractionId call, boolean rings, boolean muted) {
        Press leave = controls.press("x", rings ? "bar.decline" : "guest.leave", "leave", new CallCommand.Leave(call));
        if (rings) {
            Press join = controls.press("phone", "bar.accept", "join", new CallCommand.Join(call));
            join.addClassName("take");
            leave.addClassName("decl");
            return List.of(join, leave);
        }
        return List.of(Shape.line("cgrp", controls.mute(call, muted)), leave);
    }
}
