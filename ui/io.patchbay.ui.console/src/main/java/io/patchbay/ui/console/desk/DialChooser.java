// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.call.FrequentNumber;
import io.patchbay.api.call.LiveCalls;
import io.patchbay.api.interaction.OutboundCommand;
import io.patchbay.api.queue.Code;
import io.patchbay.spi.channel.OutboundCalls.Checked;
import io.patchbay.ui.console.desk.Outward.Line;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Masks;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whom to call from the desk: a number, checked while it is typed, or one that is called often, found by its name; and
 * for which queue. Anchored at its button.
 */
final class DialChooser {
    private static final String LIKE_A_NUMBER = "[+0-9][0-9 ()-]{2,39}";

    private final DeskServices services;
    private final Outward outward;
    private final FrequentRows frequent;
    private final ViewContext context;
    private final Words words;
    private final DeskPresenter presenter;

    DialChooser(DeskServices services, ViewContext context, Words words, DeskPresenter presenter) {
        this.services = services;
        this.outward = services.outward();
        this.frequent = new FrequentRows(services.frequent(), context, words, presenter::say);
        this.context = context;
        this.words = words;
        this.presenter = presenter;
    }

    /** Whether there is anybody to call. */
    boolean open() {
        return outward.open();
    }

    /** A button that opens the choice. */
    Span button() {
        Press press = new Press("btn", words.get("bar.dial"))
                .icon("phone")
                .test("dial")
                .key("Alt+C", "Alt C")
                .guarded("dial");
        Popover popover = new Popover();
        popover.setTarget(press);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAriaLabel(words.get("bar.dial"));
        TextField number = new TextField();
        number.setPlaceholder(words.get("dial.number"));
        number.setAriaLabel(words.get("dial.number"));
        number.setWidthFull();
        number.setMaxLength(OutboundCommand.Dial.LONGEST);
        number.setValueChangeMode(ValueChangeMode.EAGER);
        number.getElement().setAttribute("data-testid", "dial-number").setAttribute("inputmode", "tel");
        Div list = Shape.box("tplist");
        list.getElement().setAttribute("role", "menu").setAttribute("aria-live", "polite");
        number.addValueChangeListener(change -> fill(list, number, popover));
        number.addKeyPressListener(Key.ENTER, enter -> first(number, popover));
        popover.add(Shape.box("tpop", Shape.box("tphead", number), list));
        Opening.of(popover, () -> fill(list, number, popover), number);
        return Shape.line("row", press, popover);
    }

    private List<Line> lines() {
        return outward.lines(context.scope(), context.user());
    }

    private void fill(Div list, TextField field, Popover popover) {
        String typed = field.getValue().strip();
        list.removeAll();
        if (typed.matches(LIKE_A_NUMBER) && colleagues(typed).isEmpty()) {
            fillLines(list, typed, popover);
        }
        colleagues(typed).forEach(agent -> list.add(colleague(agent, popover)));
        List<FrequentNumber> fitting = frequent.fitting(typed);
        fitting.stream()
                .filter(one -> !one.number().equals(plain(typed)))
                .forEach(one ->
                        list.add(frequent.rowToKeep(one, () -> take(one, field), () -> fill(list, field, popover))));
        if (typed.matches(LIKE_A_NUMBER) && frequent.canKeep(plain(typed))) {
            list.add(frequent.keep(plain(typed), () -> fill(list, field, popover)));
        } else if (list.getChildren().findAny().isEmpty()) {
            list.add(Vacant.small(words.get(lines().isEmpty() ? "dial.noLine" : "dial.type")));
        }
    }

    /** Those with a phone whose name or extension has what is typed. */
    private List<AgentState> colleagues(String typed) {
        String asked = typed.toLowerCase(Locale.ROOT);
        return services.agents().agents(context.scope()).stream()
                .filter(agent -> !agent.agent().value().equals(context.user().value()))
                .filter(agent -> extension(agent)
                        .filter(digits -> digits.startsWith(asked)
                                || agent.name().toLowerCase(Locale.ROOT).contains(asked)
                                || agent.agent().value().contains(asked))
                        .isPresent())
                .toList();
    }

    private Optional<String> extension(AgentState agent) {
        return services.calls().phone(agent.agent()).map(LiveCalls.Phone::extension);
    }

    private Press colleague(AgentState agent, Popover popover) {
        Press press = new Press("to", "").test("dial-" + agent.agent());
        String detail = new Terms(context.locale())
                .presence(agent.presence(), services.queues().codes(Code.Use.NOT_READY));
        press.add(
                Shape.icon("user"),
                Shape.text("b el", agent.name()),
                Shape.space(),
                Shape.text("xs t3 num nb", extension(agent).orElse("") + " · " + detail));
        press.getElement().setAttribute("role", "menuitem");
        return press.does(() -> {
            popover.close();
            presenter.callColleague(agent.agent());
        });
    }

    private static String plain(String typed) {
        return typed.replaceAll("[ ().-]", "");
    }

    /** The number stands in the field as if it had been typed: for which queue is chosen next. */
    private static void take(FrequentNumber one, TextField field) {
        field.setValue(one.number());
        field.focus();
    }

    private void fillLines(Div list, String typed, Popover popover) {
        for (Line line : lines()) {
            Optional<Checked> checked = outward.check(typed, line);
            if (checked.isPresent() && checked.get() instanceof Checked.Good good) {
                list.add(target(line, good, popover));
            } else if (checked.isPresent() && list.getChildren().findAny().isEmpty()) {
                Checked.Refused no = (Checked.Refused) checked.get();
                Div tip = Shape.tip("wa", "info", no.problem().text(context.locale()));
                tip.getElement().setAttribute("data-testid", "dial-no");
                list.add(tip);
            }
        }
    }

    private Press target(Line line, Checked.Good good, Popover popover) {
        Press press = new Press("to", "").test("dial-for-" + line.queue().id());
        press.add(
                Shape.icon("phone"),
                Shape.text("b el num", words.get("dial.call", Masks.shown(good.number()))),
                Shape.space(),
                Shape.text("xs t3 num nb", words.get("dial.as", line.queue().name(), Masks.shown(line.shown()))));
        press.getElement().setAttribute("role", "menuitem");
        return press.does(() -> call(good.number().e164(), line, popover));
    }

    /** Enter calls for the first queue that may; with a name it takes the first number that has it. */
    private void first(TextField field, Popover popover) {
        String typed = field.getValue().strip();
        Optional<AgentState> colleague = colleagues(typed).stream()
                .filter(agent -> extension(agent).filter(typed::equals).isPresent())
                .findFirst();
        if (colleague.isPresent()) {
            popover.close();
            presenter.callColleague(colleague.get().agent());
            return;
        } else if (!typed.matches(LIKE_A_NUMBER)) {
            frequent.fitting(typed).stream().findFirst().ifPresent(one -> take(one, field));
            return;
        }
        lines().stream()
                .filter(line -> outward.check(typed, line)
                        .filter(Checked.Good.class::isInstance)
                        .isPresent())
                .findFirst()
                .ifPresent(line -> call(typed, line, popover));
    }

    private void call(String number, Line line, Popover popover) {
        popover.close();
        presenter.dial(number, line.queue().id());
    }
}
