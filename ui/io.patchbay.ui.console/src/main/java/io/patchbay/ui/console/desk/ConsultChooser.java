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
import io.patchbay.api.call.CallCommand.Target;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.queue.Code;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.Locale;

/**
 * Whom to call in: colleagues with their state, a number as typed or one that is called often; with a note for him.
 * Anchored at its button.
 */
final class ConsultChooser {
    private final DeskServices services;
    private final ViewContext context;
    private final Words words;
    private final DeskPresenter presenter;
    private final FrequentRows frequent;

    ConsultChooser(DeskServices services, ViewContext context, Words words, DeskPresenter presenter) {
        this.services = services;
        this.context = context;
        this.words = words;
        this.presenter = presenter;
        this.frequent = new FrequentRows(services.frequent(), context, words, presenter::say);
    }

    /** A button that opens the choice for one call. */
    Span button(InteractionId call, String test, String word) {
        Press press = new Press("cbtn", "").test(test);
        press.add(Shape.icon("consult"), Shape.text("", words.get(word)));
        Popover popover = new Popover();
        popover.setTarget(press);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAriaLabel(words.get(word));
        TextField search = field("consult.search", "consult-search");
        search.setValueChangeMode(ValueChangeMode.EAGER);
        TextField note = field("consult.note", "consult-note");
        note.setMaxLength(400);
        Div list = Shape.box("tplist");
        list.getElement().setAttribute("role", "menu");
        search.addValueChangeListener(
                change -> fill(list, call, change.getValue().strip(), note, popover));
        popover.add(Shape.box("tpop", Shape.box("tphead", search, note), list));
        Opening.of(popover, () -> fill(list, call, "", note, popover), search, note);
        return Shape.line("row", press, popover);
    }

    private TextField field(String word, String test) {
        TextField field = new TextField();
        field.setPlaceholder(words.get(word));
        field.setAriaLabel(words.get(word));
        field.setWidthFull();
        field.getElement().setAttribute("data-testid", test);
        return field;
    }

    private void fill(Div list, InteractionId call, String typed, TextField note, Popover popover) {
        list.removeAll();
        if (typed.matches("[+0-9][0-9 -]{2,20}")) {
            String number = typed.replaceAll("[ -]", "");
            list.add(target(
                    "phone",
                    words.get("consult.number", number),
                    "",
                    "consult-number",
                    popover,
                    () -> asks(call, new Target.Dialled(number), note)));
        }
        Terms terms = new Terms(context.locale());
        for (AgentState agent : services.agents().agents(context.scope())) {
            boolean other = !agent.agent().value().equals(context.user().value());
            if (other && !(agent.presence() instanceof Presence.LoggedOut) && matches(typed, agent)) {
                String detail =
                        terms.presence(agent.presence(), services.queues().codes(Code.Use.NOT_READY));
                list.add(target(
                        "user",
                        agent.name(),
                        detail,
                        "consult-" + agent.agent(),
                        popover,
                        () -> asks(call, new Target.Colleague(agent.agent()), note)));
            }
        }
        frequent.fitting(typed)
                .forEach(one -> list.add(frequent.row(one, () -> {
                    asks(call, new Target.Dialled(one.number()), note);
                    popover.close();
                })));
        if (list.getChildren().findAny().isEmpty()) {
            list.add(Vacant.small(words.get("consult.nothing")));
        }
    }

    private void asks(InteractionId call, Target target, TextField note) {
        presenter.call(new CallCommand.Consult(call, target, note.getValue().strip()));
    }

    private static boolean matches(String typed, AgentState agent) {
        String asked = typed.toLowerCase(Locale.ROOT);
        return agent.name().toLowerCase(Locale.ROOT).contains(asked)
                || agent.agent().value().contains(asked);
    }

    private static Press target(
            String icon, String name, String detail, String test, Popover popover, Runnable chosen) {
        Press press = new Press("to", "").test(test);
        press.add(Shape.icon(icon), Shape.text("b el", name), Shape.space(), Shape.text("xs t3 num nb", detail));
        press.getElement().setAttribute("role", "menuitem");
        return press.does(() -> {
            chosen.run();
            popover.close();
        });
    }
}
