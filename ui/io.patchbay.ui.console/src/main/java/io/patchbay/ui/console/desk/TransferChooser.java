// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.call.CallCommand;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionCommand.Target;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.QueueFigures;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where a contact can be moved: queues with their wait, colleagues with their state. Anchored at its button. */
final class TransferChooser {
    private final DeskServices services;
    private final ViewContext context;
    private final Words words;
    private final DeskPresenter presenter;
    private final FrequentRows frequent;

    TransferChooser(DeskServices services, ViewContext context, Words words, DeskPresenter presenter) {
        this.services = services;
        this.context = context;
        this.words = words;
        this.presenter = presenter;
        this.frequent = new FrequentRows(services.frequent(), context, words, presenter::say);
    }

    /** A button that opens the choice for one contact. */
    Span button(Interaction contact, String state) {
        Press press = new Press("btn s", words.get("transfer"))
                .icon("transfer")
                .test("transfer")
                .guarded(state)
                .key("Alt+X", "Alt X");
        Popover popover = new Popover();
        popover.setTarget(press);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAriaLabel(words.get("transfer"));
        TextField search = new TextField();
        search.setPlaceholder(words.get("transfer.search"));
        search.setAriaLabel(words.get("transfer.search"));
        search.setWidthFull();
        search.setValueChangeMode(ValueChangeMode.EAGER);
        search.getElement().setAttribute("data-testid", "transfer-search");
        Div list = Shape.box("tplist");
        list.getElement().setAttribute("role", "menu");
        search.addValueChangeListener(change -> fill(list, contact, change.getValue(), popover));
        popover.add(Shape.box("tpop", Shape.box("tphead", search), list));
        Opening.of(popover, () -> fill(list, contact, "", popover), search);
        return Shape.line("row", press, popover);
    }

    private void fill(Div list, Interaction contact, String typed, Popover popover) {
        list.removeAll();
        String asked = typed.strip().toLowerCase(Locale.ROOT);
        Map<QueueId, QueueFigures> live = services.live().figures(context.scope()).stream()
                .collect(Collectors.toMap(QueueFigures::queue, Function.identity()));
        list.add(Shape.text("mh", words.get("transfer.queues")));
        for (QueueSettings queue : services.queues().queues(context.scope())) {
            if (matches(asked, queue.name(), queue.id().value())
                    && !queue.id().equals(contact.placement().queue())) {
                QueueFigures figures = live.get(queue.id());
                String detail = figures == null
                        ? ""
                        : words.get(
                                "transfer.figures", String.valueOf(figures.waiting()), String.valueOf(figures.ready()));
                list.add(target(
                        "flow",
                        queue.name(),
                        detail,
                        "transfer-queue-" + queue.id(),
                        contact,
                        new Target.ToQueue(queue.id()),
                        popover));
            }
        }
        list.add(Shape.text("mh", words.get("transfer.agents")));
        Terms terms = new Terms(context.locale());
        for (AgentState agent : services.agents().agents(context.scope())) {
            boolean other = !agent.agent().value().equals(context.user().value());
            if (other
                    && !(agent.presence() instanceof Presence.LoggedOut)
                    && matches(asked, agent.name(), agent.agent().value())) {
                String detail =
                        terms.presence(agent.presence(), services.queues().codes(Code.Use.NOT_READY));
                list.add(target(
                        "user",
                        agent.name(),
                        detail,
                        "transfer-agent-" + agent.agent(),
                        contact,
                        new Target.ToAgent(agent.agent()),
                        popover));
            }
        }
        if (DeskModel.isTalked(contact)) {
            fillNumbers(list, contact, typed.strip(), popover);
        }
        if (list.getChildren().count() == 2) {
            list.add(Vacant.small(words.get("transfer.nothing")));
        }
    }

    /** A call goes to numbers too: as typed, or one that is called often. */
    private void fillNumbers(Div list, Interaction contact, String typed, Popover popover) {
        if (typed.matches("[+0-9][0-9 -]{2,20}")) {
            String number = typed.replaceAll("[ -]", "");
            Press press = new Press("to", "").test("transfer-number");
            press.add(Shape.icon("phone"), Shape.text("b el", words.get("consult.number", number)));
            press.getElement().setAttribute("role", "menuitem");
            list.add(press.does(() -> toNumber(contact, number, popover)));
        }
        frequent.fitting(typed)
                .forEach(one -> list.add(frequent.row(one, () -> toNumber(contact, one.number(), popover))));
    }

    private void toNumber(Interaction contact, String number, Popover popover) {
        popover.close();
        presenter.call(new CallCommand.Transfer(contact.id(), new CallCommand.Target.Dialled(number), ""));
    }

    private static boolean matches(String asked, String name, String id) {
        return name.toLowerCase(Locale.ROOT).contains(asked) || id.contains(asked);
    }

    private Press target(
            String icon, String name, String detail, String test, Interaction contact, Target target, Popover popover) {
        Press press = new Press("to", "").test(test);
        press.add(Shape.icon(icon), Shape.text("b el", name), Shape.space(), Shape.text("xs t3 num nb", detail));
        press.getElement().setAttribute("role", "menuitem");
        return press.does(() -> {
            popover.close();
            presenter.transfer(contact.id(), target);
        });
    }
}
