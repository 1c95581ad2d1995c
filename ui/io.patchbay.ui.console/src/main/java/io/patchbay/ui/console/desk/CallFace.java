// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.id.InteractionId;
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

    CallFace(ViewContext context, Words words, DeskPresenter presenter) {
        this.context = context;
        this.words = words;
        this.terms = new Terms(context.locale());
        this.presenter = presenter;
    }

    BarFace talking(Card call, boolean front, CallFacts facts) {
        Span state = Shape.line("col", Shape.line("row g1", Shape.badge("pr", "phone", words.get("bar.talking"))));
        Span clock = Shape.line("big", Running.clock(call.since()));
        clock.getElement().setAttribute("data-testid", "talk-timer");
        state.add(clock);
        state.getStyle().set("min-width", "140px");
        Span second = Shape.line("row s t2", facts, Shape.text("t3", "·"));
        second.add(Shape.text(
                "el",
                OfferFace.path(
                        call.contact(),
                        presenter.queueName(call.contact().placement().queue()))));
        List<Component> buttons = open(call, front);
        buttons.add(hangUp(call.id()));
        return new BarFace(
                words.get("bar.talking"), "", List.of(state, Shape.line("col sp", who(call), second)), buttons);
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
        return new BarFace(
                words.get("wrapup"),
                "viol",
                List.of(state, Shape.line("col sp", who(call), words2)),
                open(call, front));
    }

    private Span who(Card call) {
        Span first = Shape.line("row", Shape.tag("b", "xl el", call.who()));
        call.tier().ifPresent(tier -> first.add(Shape.badge(Terms.tone(tier), "", terms.tier(tier))));
        boolean whole = context.scope().may(Permissions.UNMASKED);
        call.contact()
                .contact()
                .from()
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
