// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.id.WorkKind;
import io.patchbay.ui.console.desk.DeskModel.Card;
import io.patchbay.ui.console.desk.DeskModel.Offer;
import io.patchbay.ui.console.desk.DeskModel.Turn;
import io.patchbay.ui.kit.part.Running;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The worklist: capacity, what rings, what is in progress by whose turn it is. Cards are drawn anew only if they
 * changed.
 */
final class WorkList extends HtmlContainer {
    private static final WorkKind CALL = new WorkKind("call");

    private final Words words;
    private final Terms terms;
    private final DeskPresenter presenter;
    private final Div capacity = Shape.box("cap");
    private final Div cards = Shape.box("lscroll");
    private Object shownCapacity = "";
    private List<Object> shown = List.of();

    WorkList(Words words, Locale locale, DeskPresenter presenter) {
        super("section");
        this.words = words;
        this.terms = new Terms(locale);
        this.presenter = presenter;
        addClassNames("list", "panel");
        getElement().setAttribute("aria-label", words.get("list"));
        cards.getElement().setAttribute("role", "listbox").setAttribute("aria-label", words.get("list"));
        add(Shape.box("lh", capacity), cards);
    }

    void show(DeskModel model) {
        showCapacity(model);
        List<Object> wanted = new ArrayList<>(model.offers());
        wanted.addAll(model.cards());
        wanted.add(model.front().map(front -> front.contact().id()));
        if (wanted.equals(shown)) {
            return;
        }
        shown = wanted;
        cards.removeAll();
        if (!model.offers().isEmpty()) {
            cards.add(heading("list.offers", 0, "pr"));
            model.offers().forEach(offer -> cards.add(offer(offer)));
        }
        for (Turn turn : Turn.values()) {
            List<Card> group =
                    model.cards().stream().filter(card -> card.turn() == turn).toList();
            if (!group.isEmpty()) {
                cards.add(heading("list." + turn.name(), turn == Turn.MINE ? group.size() : 0, ""));
                group.forEach(card -> cards.add(card(card, isFront(model, card))));
            }
        }
        if (model.offers().isEmpty() && model.cards().isEmpty()) {
            cards.add(Vacant.small(words.get("list.empty")));
        }
    }

    private static boolean isFront(DeskModel model, Card card) {
        return model.front()
                .filter(front -> front.contact().id().equals(card.id()))
                .isPresent();
    }

    private void showCapacity(DeskModel model) {
        AgentState.Load load = model.agent().load();
        if (load.equals(shownCapacity)) {
            return;
        }
        shownCapacity = load;
        capacity.removeAll();
        showCapacity("kind.call", load, CALL::equals);
        showCapacity("kind.text", load, kind -> !kind.equals(CALL));
    }

    private void showCapacity(String name, AgentState.Load load, Predicate<WorkKind> kinds) {
        int most = 0;
        int has = 0;
        for (Map.Entry<WorkKind, Integer> capacityOf : load.capacity().entrySet()) {
            if (kinds.test(capacityOf.getKey())) {
                most += capacityOf.getValue();
                has += load.of(capacityOf.getKey());
            }
        }
        if (most > 0) {
            capacity.add(Shape.line("r1", Shape.text("", words.get(name)), Shape.tag("b", "num", has + " / " + most)));
            capacity.add(Shape.meter(has >= most ? "wa" : "ok", has / (double) most, -1));
        }
    }

    private Component heading(String key, int count, String tone) {
        Div heading = Shape.box(("lsec " + tone).trim());
        if (key.equals("list.offers")) {
            heading.add(Shape.icon("bell b14"));
        }
        heading.add(Shape.text("", words.get(key)));
        if (count > 0) {
            heading.add(Shape.count("er", count));
        }
        return heading;
    }

    private Component offer(Offer offer) {
        Div card = frame(
                "ringing",
                offer.contact().contact().channel().value(),
                offer.contact().number());
        Div name = Shape.box("n", Shape.text("el", offer.who()));
        offer.customer()
                .ifPresent(known -> name.add(Shape.badge(Terms.tone(known.tier()), "", terms.tier(known.tier()))));
        card.add(
                Shape.line("ch", Shape.icon(Terms.icon(offer.contact().contact().channel()))),
                name,
                Shape.box("m", Running.ageUntil(offer.expiresAt())),
                Shape.box("p", offer.queue()),
                Shape.box("m", Shape.badge("pr", "", words.get("ringing"))),
                Running.slot(offer.offeredAt(), offer.expiresAt()));
        return card;
    }

    private Component card(Card card, boolean front) {
        Div box = frame(
                front ? "on" : card.turn() == Turn.WRAP_UP ? "wrap" : "",
                "",
                card.contact().number());
        Div name = Shape.box("n", Shape.text("el", card.who()));
        card.tier()
                .filter(tier -> Terms.tone(tier).equals("gold"))
                .ifPresent(tier -> name.add(Shape.badge("gold", "", terms.tier(tier))));
        Div side = Shape.box("m");
        if (card.unread() > 0) {
            side.add(Shape.count("er", card.unread()));
        } else if (card.turn() == Turn.WRAP_UP) {
            side.add(Shape.badge("vi", "edit", words.get("wrapup")));
        } else if (card.stands()) {
            side.add(Shape.badge("wa", "clock", words.get("stands")));
        } else {
            side.add(Shape.badge("", "", terms.channel(card.contact().contact().channel())));
        }
        Component time = card.endsAt().<Component>map(Running::until).orElseGet(() -> Running.clock(card.since()));
        box.add(
                Shape.line("ch", Shape.icon(Terms.icon(card.contact().contact().channel()))),
                name,
                Shape.box("m", time),
                Shape.box("p", card.line()),
                side);
        card.endsAt().ifPresent(end -> box.add(Running.slot(card.since(), end)));
        box.getElement()
                .setAttribute("aria-selected", String.valueOf(front))
                .setAttribute("aria-current", String.valueOf(front));
        box.addClickListener(press -> presenter.select(card.id()));
        return box;
    }

    private static Div frame(String state, String channel, String number) {
        Div card = Shape.box(("wi " + state).trim());
        card.getElement()
                .setAttribute("role", "option")
                .setAttribute("tabindex", "0")
                .setAttribute("data-testid", channel.isEmpty() ? "card" : "offer-card")
                .setAttribute("data-number", number);
        return card;
    }
}
