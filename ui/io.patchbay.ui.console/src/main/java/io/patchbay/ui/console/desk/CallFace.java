// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Callback;
import io.patchbay.api.interaction.Participant;
import io.patchbay.ui.console.desk.DeskModel.Card;
import io.patchbay.ui.console.desk.DeskModel.Turn;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Running;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Masks;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.ArrayList;
import java.util.List;

/** A call that is talked, or wrapped up. */
final class CallFace {
    private final ViewContext context;
    private final Words words;
    private final Terms terms;
    private final DeskPresenter presenter;
    private final CallControls controls;

    CallFace(ViewContext context, Words words, DeskPresenter presenter, CallControls controls) {
        this.controls = controls;
        this.context = context;
        this.words = words;
        this.terms = new Terms(context.locale());
        this.presenter = presenter;
    }

    BarFace talking(Card call, boolean front, CallFacts facts) {
        CallParties parties = new CallParties(
                call.contact().participants(), new AgentId(context.user().value()));
        String doing = doing(call, parties);
        Span state = state(call, parties, doing);
        Span second = Shape.line("row s t2", facts, Shape.text("t3", "·"));
        second.add(Shape.text(
                "el",
                OfferFace.path(
                        call.contact(),
                        presenter.queueName(call.contact().placement().queue()))));
        Span middle = Shape.line("col sp", who(call), parties.consulted().isEmpty() ? second : others(parties, facts));
        return BarFace.whole(
                doing,
                "",
                List.of(state, middle),
                List.of("talking", call.id(), front, call.contact().participants()),
                () -> buttons(call, front, parties));
    }

    private List<Component> buttons(Card call, boolean front, CallParties parties) {
        List<Component> buttons = open(call, front);
        if (DeskModel.isInner(call.contact())) {
            buttons.add(Shape.line("cgrp", controls.mute(call.id(), parties.muted())));
        } else if (parties.customer().isPresent()) {
            buttons.addAll(controls.of(call.id(), parties));
        }
        buttons.add(hangUp(call.id()));
        return buttons;
    }

    /** On hold the clock of the hold is the large one. */
    private Span state(Card call, CallParties parties, String doing) {
        boolean holds = parties.held() && parties.consulted().isEmpty();
        Span badge = Shape.line("row g1", Shape.badge(holds ? "wa" : "pr", holds ? "pause" : "phone", doing));
        Span state = Shape.line("col", badge);
        Span talk = Shape.line(holds ? "xs" : "big", Running.clock(call.since()));
        talk.getElement().setAttribute("data-testid", "talk-timer");
        if (holds) {
            badge.add(talk);
            Span hold = Shape.line("big", Running.clock(parties.customer().get().since()));
            hold.getElement().setAttribute("data-testid", "hold-timer");
            state.add(hold);
        } else {
            state.add(talk);
        }
        state.getStyle().set("min-width", "140px");
        return state;
    }

    /** Who else is there, and how. */
    private Span others(CallParties parties, CallFacts facts) {
        Span line = Shape.line("row s g1");
        parties.customer().ifPresent(customer -> line.add(party(words.get("leg.customer"), customer)));
        parties.consulted()
                .forEach(one -> line.add(
                        party(one.id().agent().map(presenter::colleague).orElse(words.get("bar.outsider")), one)));
        line.add(facts);
        return line;
    }

    private Span party(String name, Participant one) {
        Span chip = Shape.badge(
                one.manner() == Participant.Manner.HELD ? "wa" : "pr",
                one.manner() == Participant.Manner.HELD ? "pause" : "phone",
                name + " " + words.get("party." + one.manner().wire()));
        chip.getElement()
                .setAttribute("data-testid", "party-" + one.id())
                .setAttribute("data-manner", one.manner().wire());
        return chip;
    }

    /** Talking, or calling somebody who asked to be called back. */
    private String doing(Card call, CallParties parties) {
        if (DeskModel.isInner(call.contact())) {
            boolean rings = parties.consulted().stream().allMatch(one -> one.manner() == Participant.Manner.RINGING);
            return words.get(rings ? "bar.innerRings" : "bar.inner");
        }
        String talk = parties.conference()
                ? "bar.conference"
                : !parties.consulted().isEmpty() ? "bar.consulting" : parties.held() ? "bar.held" : "bar.talking";
        return call.contact()
                .placement()
                .callback()
                .filter(callback -> callback.phase() == Callback.Phase.DIALLING)
                .map(callback -> terms.callback(callback.phase()))
                .orElse(words.get(talk));
    }

    /** Two keys at once, far from the others; never where accept was a moment ago. */
    Press hangUp(InteractionId id) {
        Press hang =
                new Press("cbtn hang", "").test("hang-up").key("Shift+F9", "").guarded("talking " + id);
        hang.add(Shape.icon("phone hang"), Shape.text("", words.get("bar.hangUp")));
        hang.getElement().setAttribute("title", "Shift F9");
        return hang.does(() -> presenter.end(id));
    }

    BarFace wrapUp(Card call, boolean front) {
        Span state = Shape.line("col", Shape.line("row g1", Shape.badge("vi", "edit", words.get("wrapup"))));
        call.endsAt().ifPresent(end -> state.add(Shape.line("big", Running.until(end))));
        state.getStyle().set("min-width", "140px");
        Span words2 = Shape.text("s t2 el", words.get(front ? "bar.wrapUp.detail" : "bar.wrapUp.elsewhere"));
        return BarFace.whole(
                words.get("wrapup"),
                "viol",
                List.of(state, Shape.line("col sp", who(call), words2)),
                List.of("wrapup", call.id(), front),
                () -> open(call, front));
    }

    private Span who(Card call) {
        Span first = Shape.line("row", Shape.tag("b", "xl el", call.who()));
        call.tier().ifPresent(tier -> first.add(Shape.badge(Terms.tone(tier), "", terms.tier(tier))));
        boolean whole = context.scope().may(Permissions.UNMASKED);
        call.contact()
                .placement()
                .callback()
                .flatMap(Callback::number)
                .or(call.contact().contact()::remote)
                .ifPresent(
                        from -> first.add(Shape.text("t2 num s nb", whole ? Masks.shown(from) : Masks.masked(from))));
        return first;
    }

    private List<Component> open(Card call, boolean front) {
        List<Component> buttons = new ArrayList<>();
        if (!front) {
            String word = call.turn() == Turn.WRAP_UP ? "bar.openWrapUp" : "bar.openCall";
            buttons.add(new Press("btn", words.get(word)).test("open-call").does(() -> presenter.select(call.id())));
        }
        return buttons;
    }
}
