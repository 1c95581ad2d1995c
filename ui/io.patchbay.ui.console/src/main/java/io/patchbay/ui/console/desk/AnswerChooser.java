// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.reply.api.CannedAnswer;
import io.patchbay.ui.console.desk.DeskModel.Front;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The canned answers of a contact's queue, found by shortcut or title; Enter takes the first. */
final class AnswerChooser {
    private static final int MOST_SHOWN = 8;

    private final Supplier<List<CannedAnswer>> answers;
    private final Words words;
    private final Consumer<CannedAnswer> chosen;
    private final Popover popover = new Popover();
    private final TextField search = new TextField();
    private final Div list = Shape.box("tplist");
    private Front front;

    AnswerChooser(Supplier<List<CannedAnswer>> answers, Words words, Consumer<CannedAnswer> chosen) {
        this.answers = answers;
        this.words = words;
        this.chosen = chosen;
    }

    Span button() {
        Press press = new Press("btn s qt", words.get("answers"))
                .icon("bolt b14")
                .test("answers")
                .does(popover::open);
        press.add(Shape.key("/"));
        popover.setTarget(press);
        popover.setOpenOnClick(false);
        popover.setPosition(PopoverPosition.TOP_START);
        popover.setAriaLabel(words.get("answers"));
        search.setPlaceholder(words.get("answers.search"));
        search.setAriaLabel(words.get("answers.search"));
        search.setWidthFull();
        search.setValueChangeMode(ValueChangeMode.EAGER);
        search.getElement().setAttribute("data-testid", "answers-search");
        search.addValueChangeListener(change -> fill());
        search.getElement()
                .addEventListener(
                        "keydown", event -> found().stream().findFirst().ifPresent(this::take))
                .setFilter("event.key === 'Enter' && !event.isComposing && event.keyCode !== 229");
        popover.add(Shape.box("tpop", Shape.box("tphead", search), list));
        Opening.of(popover, this::fill, search);
        return Shape.line("row", press, popover);
    }

    void open(Front wanted) {
        front = wanted;
        popover.open();
    }

    void show(Front wanted) {
        front = wanted;
    }

    private List<CannedAnswer> found() {
        return answers.get().stream()
                .filter(answer -> answer.queue()
                        .map(queue -> queue.equals(front.contact().placement().queue()))
                        .orElse(true))
                .filter(answer -> answer.matches(search.getValue()))
                .limit(MOST_SHOWN)
                .toList();
    }

    private void fill() {
        list.removeAll();
        for (CannedAnswer answer : found()) {
            Press press = new Press("to", "").test("answer-" + answer.shortcut());
            press.add(
                    Shape.text("b el", answer.title()), Shape.space(), Shape.text("xs t3 nb", "/" + answer.shortcut()));
            list.add(press.does(() -> take(answer)));
        }
        if (list.getChildren().findAny().isEmpty()) {
            list.add(Vacant.small(words.get(answers.get().isEmpty() ? "answers.none" : "answers.noMatch")));
        }
    }

    private void take(CannedAnswer answer) {
        popover.close();
        chosen.accept(answer);
    }
}
