// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.agent.AgentCommand;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.queue.Code;
import io.patchbay.ui.console.desk.DeskModel.Offer;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Running;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Masks;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Instant;

/** The bar above the conversation: what rings, with one green button; else the presence and what it means. */
final class CallBar extends HtmlContainer {
    private final DeskServices services;
    private final ViewContext context;
    private final Words words;
    private final Terms terms;
    private final DeskPresenter presenter;
    private final Div problem = Shape.box("tip er");
    private Object shown = "";
    private boolean hadOffer;

    CallBar(DeskServices services, ViewContext context, Words words, DeskPresenter presenter) {
        super("section");
        this.services = services;
        this.context = context;
        this.words = words;
        this.terms = new Terms(context.locale());
        this.presenter = presenter;
        addClassName("cbar");
        getElement().setAttribute("data-testid", "call-bar");
        problem.getElement().setAttribute("role", "alert").setAttribute("data-testid", "problem");
        problem.setVisible(false);
    }

    void show(DeskModel model) {
        Object wanted = model.offers().isEmpty()
                ? java.util.Arrays.asList(
                        model.agent().presence(),
                        model.agent().since(),
                        model.agent().load().idle())
                : model.offers();
        if (wanted.equals(shown)) {
            return;
        }
        shown = wanted;
        removeAll();
        boolean offer = !model.offers().isEmpty();
        setClassName("offer", offer);
        getElement().setAttribute("role", offer ? "alertdialog" : "group");
        if (offer) {
            ringing(model.offers().get(0), model.offers().size() - 1);
        } else {
            idle(model.agent());
        }
        hadOffer = offer;
    }

    void problem(String text) {
        problem.removeAll();
        problem.setVisible(!text.isEmpty());
        if (!text.isEmpty()) {
            problem.add(Shape.icon("alert"), Shape.text("", text));
        }
    }

    private void ringing(Offer offer, int more) {
        Interaction contact = offer.contact();
        String channel = terms.channel(contact.contact().channel());
        getElement().setAttribute("aria-label", words.get("bar.offer", offer.who(), offer.queue(), channel));
        Span first = Shape.line("row", Shape.tag("b", "xl el", offer.who()));
        offer.customer()
                .ifPresent(known -> first.add(Shape.badge(Terms.tone(known.tier()), "", terms.tier(known.tier()))));
        first.add(Shape.badge("", Terms.icon(contact.contact().channel()), channel));
        contact.contact()
                .from()
                .filter(from -> !from.text().startsWith("chat:"))
                .ifPresent(from -> first.add(Shape.text("t2 num nb", Masks.masked(from))));
        Span second = Shape.line("row s t2");
        contact.contact()
                .subject()
                .ifPresent(subject -> second.add(Shape.tag("b", "pr el", subject), Shape.text("t3", "·")));
        Instant queued = contact.times().queuedAt().orElse(contact.times().arrivedAt());
        second.add(
                Shape.line("nb", Shape.text("", words.get("bar.waited") + " "), Running.clock(queued)),
                Shape.text("t3", "·"),
                Shape.text("el", offer.queue()));
        if (more > 0) {
            second.add(Shape.badge("pr", "bell", words.get("bar.more", String.valueOf(more))));
        }
        String state = contact.id().toString();
        Press take = new Press("cbtn take", "").test("offer-accept").key("F2", "");
        take.add(Shape.icon(contact.contact().channel().value().equals("voice") ? "phone" : "check"));
        take.add(Shape.line("", Shape.text("", words.get("bar.accept") + " "), Shape.key("F2")));
        take.does(() -> presenter.accept(contact.id()));
        Press leave = new Press("cbtn decl", "").test("offer-decline").key("Shift+F2", "");
        leave.add(Shape.icon("x"), Shape.text("", words.get("bar.decline") + " Shift F2"));
        leave.does(() -> presenter.decline(contact.id()));
        if (hadOffer) {
            take.guarded(state);
            leave.guarded(state);
        }
        add(
                Running.ring(offer.offeredAt(), offer.expiresAt()),
                Shape.line("col sp", first, second),
                problem,
                take,
                leave);
    }

    private void idle(AgentState agent) {
        getElement().setAttribute("aria-label", words.get("bar"));
        Presence presence = agent.presence();
        String tone = Terms.tone(presence).replace("no", "");
        String said = terms.presence(presence, services.queues().codes(Code.Use.NOT_READY));
        Span big = Shape.line("big", Running.clock(agent.since()));
        Span left = Shape.line("col", Shape.line("row g1", Shape.badge(tone, Terms.icon(presence), said)), big);
        left.getStyle().set("min-width", "140px");
        boolean ready = presence instanceof Presence.Ready;
        boolean missed =
                presence instanceof Presence.NotReady away && away.reason().equals(Presence.NotReady.NO_ANSWER);
        String title = words.get(ready ? agent.load().idle() ? "bar.waiting" : "bar.working" : "bar.away");
        String detail = words.get(ready ? "bar.waiting.detail" : missed ? "bar.missed.detail" : "bar.away.detail");
        add(left, Shape.line("col sp", Shape.text("b", title), Shape.text("s t2 el", detail)), problem);
        if (!ready) {
            add(readyButton());
        }
    }

    private Component readyButton() {
        return new Press("btn p", words.get("bar.ready"))
                .icon("check")
                .test("go-ready")
                .does(() -> context.run(
                        new AgentCommand.ChangePresence(
                                new io.patchbay.api.id.AgentId(context.user().value()), new Presence.Ready()),
                        result -> {
                            if (result instanceof io.patchbay.api.command.CommandResult.Refused no) {
                                problem(no.problem().text(context.locale()));
                            }
                        }));
    }
}
