// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.agent.AgentCommand;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.call.LiveCall;
import io.patchbay.api.call.LiveCall.SecureEntry;
import io.patchbay.api.call.LiveCalls.Phone;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.ui.console.desk.DeskModel.Card;
import io.patchbay.ui.console.desk.DeskModel.Offer;
import io.patchbay.ui.console.desk.DeskModel.OnCall;
import io.patchbay.ui.console.desk.DeskModel.Turn;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The bar above the conversation: what rings; else the call; else the presence and what it means. */
final class CallBar extends HtmlContainer {
    private final ViewContext context;
    private final Words words;
    private final OfferFace offers;
    private final CallFace calls;
    private final GuestFace guests;
    private final SecureFace secure;
    private final IdleFace idle;
    private final Div problem = Shape.box("tip er");
    private CallFacts facts;
    private final Div told = new Div();
    private final Div buttons = new Div();
    private final Div hangUp = new Div();
    private Object shown = "";
    /** The buttons by what they are for. */
    private final Map<Object, Component> standing = new HashMap<>();

    private Optional<InteractionId> hangs = Optional.empty();
    private boolean hadOffer;

    CallBar(DeskServices services, ViewContext context, Words words, DeskPresenter presenter) {
        super("section");
        this.context = context;
        this.words = words;
        offers = new OfferFace(context, words, presenter);
        secure = new SecureFace(words, presenter);
        CallControls controls =
                new CallControls(words, presenter, new ConsultChooser(services, context, words, presenter), secure);
        calls = new CallFace(context, words, presenter, controls);
        guests = new GuestFace(words, controls, presenter);
        idle = new IdleFace(
                services.queues(),
                words,
                presenter::colleague,
                new DialChooser(services, context, words, presenter),
                new PickUpChooser(services, context, words, presenter),
                this::ready,
                presenter::answersAlone);
        facts = new CallFacts(words);
        addClassName("cbar");
        getElement().setAttribute("data-testid", "call-bar");
        problem.getElement().setAttribute("role", "alert").setAttribute("data-testid", "problem");
        problem.setVisible(false);
        told.getStyle().set("display", "contents");
        buttons.getStyle().set("display", "contents");
        add(told, problem, buttons, hangUp);
    }

    void show(DeskModel model) {
        Object wanted = key(model);
        if (!wanted.equals(shown)) {
            shown = wanted;
            draw(model);
        }
        showHangUp(talking(model).map(Card::id).filter(id -> hadOffer));
        model.voice().on().flatMap(OnCall::live).ifPresent(facts::show);
    }

    /** While something else rings, a call can be ended; its coming and going leaves the other buttons alone. */
    private void showHangUp(Optional<InteractionId> call) {
        if (!call.equals(hangs)) {
            hangs = call;
            hangUp.removeAll();
            call.ifPresent(id -> hangUp.add(calls.hangUp(id)));
        }
    }

    /** What the bar is drawn anew for; the facts of a running call change in place. */
    private static Object key(DeskModel model) {
        Optional<Card> call = model.voice().on().map(OnCall::card);
        if (!model.offers().isEmpty()) {
            return Arrays.asList(
                    model.offers(),
                    model.pickUp(),
                    model.pickUp().flatMap(offer -> model.voice().phone()).map(Phone::extension));
        } else if (call.isPresent()) {
            Card card = call.get();
            return Arrays.asList(
                    card.id(),
                    card.turn(),
                    card.since(),
                    card.who(),
                    card.tier(),
                    front(model, card),
                    card.contact().participants(),
                    entry(model));
        } else if (model.guest().isPresent()) {
            return model.guest();
        }
        return Arrays.asList(
                model.agent().presence(),
                model.agent().since(),
                model.agent().setBy(),
                model.agent().load().idle(),
                model.agent().unreachable(),
                model.voice().phone().map(Phone::autoAnswer));
    }

    private static boolean front(DeskModel model, Card card) {
        return model.front()
                .filter(front -> front.contact().id().equals(card.id()))
                .isPresent();
    }

    private void draw(DeskModel model) {
        facts = new CallFacts(words);
        BarFace face = face(model);
        hadOffer = face.look().equals("offer");
        setClassName("offer", hadOffer);
        setClassName("viol", face.look().equals("viol"));
        getElement().setAttribute("role", hadOffer ? "alertdialog" : "group").setAttribute("aria-label", face.label());
        told.removeAll();
        told.add(face.told());
        show(face.buttons());
    }

    private void show(Map<Object, Supplier<Component>> wanted) {
        standing.entrySet().removeIf(one -> {
            boolean goes = !wanted.containsKey(one.getKey());
            if (goes) {
                buttons.remove(one.getValue());
            }
            return goes;
        });
        int place = 0;
        for (Map.Entry<Object, Supplier<Component>> one : wanted.entrySet()) {
            if (!standing.containsKey(one.getKey())) {
                Component made = one.getValue().get();
                standing.put(one.getKey(), made);
                buttons.addComponentAtIndex(place, made);
            }
            place++;
        }
    }

    private BarFace face(DeskModel model) {
        if (!model.offers().isEmpty()) {
            Offer first = model.pickUp().orElse(model.offers().get(0));
            return offers.face(
                    first,
                    model.offers().size() - 1,
                    model.voice().phone(),
                    model.pickUp().isPresent(),
                    hadOffer);
        } else if (talking(model).isPresent()) {
            Card card = talking(model).get();
            if (entry(model).isPresent()) {
                return secure.face(card.id(), entry(model).get(), calls::hangUp);
            }
            return calls.talking(card, front(model, card), facts);
        }
        return model.voice()
                .on()
                .map(call -> calls.wrapUp(call.card(), front(model, call.card())))
                .or(() -> model.guest().map(guests::face))
                .orElseGet(() -> idle.face(model.agent(), model.voice().phone()));
    }

    private static Optional<SecureEntry> entry(DeskModel model) {
        return model.voice().on().flatMap(OnCall::live).flatMap(LiveCall::secure);
    }

    private static Optional<Card> talking(DeskModel model) {
        return model.voice().on().map(OnCall::card).filter(card -> card.turn() == Turn.TALKING);
    }

    void problem(String text) {
        problem.removeAll();
        problem.setVisible(!text.isEmpty());
        if (!text.isEmpty()) {
            problem.add(Shape.icon("alert"), Shape.text("", text));
        }
    }

    private void ready() {
        AgentId me = new AgentId(context.user().value());
        context.run(new AgentCommand.ChangePresence(me, new Presence.Ready()), result -> {
            if (result instanceof CommandResult.Refused no) {
                problem(no.problem().text(context.locale()));
            }
        });
    }
}
