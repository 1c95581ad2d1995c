// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.api.interaction.OutboundCommand;
import io.patchbay.spi.channel.OutboundCalls.Checked;
import io.patchbay.ui.console.desk.Outward.Line;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Masks;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Optional;

/** Whom to call from the desk: a number, checked while it is typed, and for which queue. Anchored at its button. */
final class DialChooser {
    private static final String LIKE_A_NUMBER = "[+0-9][0-9 ()-]{2,39}";

    private final Outward outward;
    private final ViewContext context;
    private final Words words;
    private final DeskPresenter presenter;

    DialChooser(Outward outward, ViewContext context, Words words, DeskPresenter presenter) {
        this.outward = outward;
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
        number.addValueChangeListener(change -> fill(list, change.getValue().strip(), popover));
        number.addKeyPressListener(Key.ENTER, enter -> first(number.getValue().strip(), popover));
        popover.add(Shape.box("tpop", Shape.box("tphead", number), list));
        popover.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                number.clear();
                fill(list, "", popover);
                number.focus();
            }
        });
        return Shape.line("row", press, popover);
    }

    private List<Line> lines() {
        return outward.lines(context.scope(), context.user());
    }

    private void fill(Div list, String typed, Popover popover) {
        list.removeAll();
        if (!typed.matches(LIKE_A_NUMBER)) {
            list.add(Vacant.small(words.get(lines().isEmpty() ? "dial.noLine" : "dial.type")));
            return;
        }
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

    /** Enter calls for the first queue that may. */
    private void first(String typed, Popover popover) {
        lines().stream()
                .filter(line -> typed.matches(LIKE_A_NUMBER)
                        && outward.check(typed, line)
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
