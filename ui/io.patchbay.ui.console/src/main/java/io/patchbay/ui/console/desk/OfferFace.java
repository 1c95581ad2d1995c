// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.address.Address;
import io.patchbay.api.call.LiveCalls.Phone;
import io.patchbay.api.interaction.Callback;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.ui.console.desk.DeskModel.Offer;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Running;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Masks;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What rings: who, why, how urgent, what to press; or that the handset is to be picked up. */
final class OfferFace {
    private final ViewContext context;
    private final Words words;
    private final Terms terms;
    private final DeskPresenter presenter;

    OfferFace(ViewContext context, Words words, DeskPresenter presenter) {
        this.context = context;
        this.words = words;
        this.terms = new Terms(context.locale());
        this.presenter = presenter;
    }

    BarFace face(Offer offer, int more, Optional<Phone> phone, boolean pickUp, boolean guarded) {
        Span first = who(offer);
        Span second = pickUp ? pickUp(phone) : urgency(offer);
        if (more > 0) {
            second.add(Shape.badge("pr", "bell", words.get("bar.more", String.valueOf(more))));
        }
        List<Component> told =
                List.of(Running.ring(offer.offeredAt(), offer.expiresAt()), Shape.line("col sp", first, second));
        String channel = terms.channel(offer.contact().contact().channel());
        String label = pickUp ? words.get("bar.pickUp") : words.get("bar.offer", offer.who(), offer.queue(), channel);
        return BarFace.whole(
                label,
                "offer",
                told,
                List.of("offer", offer.contact().id(), pickUp),
                () -> buttons(offer.contact(), pickUp, guarded));
    }

    private Span who(Offer offer) {
        Interaction.Contact contact = offer.contact().contact();
        Span first = Shape.line("row", Shape.tag("b", "xl el", offer.who()));
        offer.customer()
                .ifPresent(known -> first.add(Shape.badge(Terms.tone(known.tier()), "", terms.tier(known.tier()))));
        first.add(Shape.badge("", Terms.icon(contact.channel()), terms.channel(contact.channel())));
        Optional<Callback> callback = offer.contact().placement().callback();
        boolean ours = contact.direction() == Direction.OUTBOUND;
        callback.ifPresent(call -> first.add(ours ? outbound() : callback(call)));
        if (DeskModel.isInner(offer.contact())) {
            first.add(Shape.badge("pr", "phone", words.get("bar.inner")));
        }
        callback.flatMap(Callback::number)
                .or(contact::remote)
                .filter(from -> !from.text().startsWith("chat:"))
                .ifPresent(from -> first.add(Shape.text("t2 num nb", number(from))));
        return first;
    }

    /** The agent calls him, once his own phone is picked up. */
    private Span outbound() {
        Span badge = Shape.badge("pr", "phone", words.get("bar.outbound"));
        badge.getElement().setAttribute("data-testid", "outbound");
        return badge;
    }

    /** He is not on the line yet: accepting calls him. */
    private Span callback(Callback call) {
        Span badge = Shape.badge("pr", "phone", terms.callback(call.phase()));
        badge.getElement().setAttribute("data-testid", "callback");
        return badge;
    }

    private String number(Address address) {
        return context.scope().may(Permissions.UNMASKED) ? Masks.shown(address) : Masks.masked(address);
    }

    private Span urgency(Offer offer) {
        Interaction contact = offer.contact();
        Span second = Shape.line("row s t2");
        contact.contact()
                .subject()
                .ifPresent(subject -> second.add(Shape.tag("b", "pr el", subject), Shape.text("t3", "·")));
        Instant queued = contact.times().queuedAt().orElse(contact.times().arrivedAt());
        second.add(
                Shape.line("nb", Shape.text("", words.get("bar.waited") + " "), Running.clock(queued)),
                Shape.text("t3", "·"),
                Shape.text("el", path(contact, offer.queue())));
        return second;
    }

    /** By which of our numbers, to which queue. */
    static String path(Interaction contact, String queue) {
        return DeskModel.isCall(contact)
                ? contact.contact()
                        .ours()
                        .map(ours -> Masks.shown(ours) + " › " + queue)
                        .orElse(queue)
                : queue;
    }

    private Span pickUp(Optional<Phone> phone) {
        Span second = Shape.line("row s", Shape.line("row g1 pr b", Shape.icon("phone b14"), word("bar.pickUp")));
        second.getElement().setAttribute("data-testid", "pick-up");
        phone.ifPresent(known -> second.add(Shape.text("t2 el", words.get("bar.pickUp.detail", known.extension()))));
        return second;
    }

    private Span word(String key) {
        return Shape.text("", words.get(key));
    }

    private List<Component> buttons(Interaction contact, boolean pickUp, boolean guarded) {
        List<Component> buttons = new ArrayList<>();
        if (!pickUp) {
            Press take = new Press("cbtn take", "").test("offer-accept").key("F2", "");
            take.add(Shape.icon(contact.contact().channel().value().equals("voice") ? "phone" : "check"));
            take.add(Shape.line("", Shape.text("", words.get("bar.accept") + " "), Shape.key("F2")));
            buttons.add(take.does(() -> presenter.accept(contact.id())));
        }
        Press leave = new Press("cbtn decl", "").test("offer-decline").key("Shift+F2", "");
        leave.add(Shape.icon("x"), Shape.text("", words.get("bar.decline") + " Shift F2"));
        buttons.add(leave.does(() -> presenter.decline(contact.id())));
        if (guarded) {
            buttons.forEach(button -> ((Press) button).guarded(contact.id() + " " + pickUp));
        }
        return buttons;
    }
}
