// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.routes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.command.Command;
import io.patchbay.camel.api.DeadLetter;
import io.patchbay.camel.api.RouteCommand;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Table;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The newest dead letters, each with why it failed; sent again or dropped by who may. */
final class DeadLetterTable extends Div {
    private final ViewContext context;
    private final Words words;
    private final Consumer<Command> run;
    private Optional<List<DeadLetter>> drawn = Optional.empty();

    DeadLetterTable(ViewContext context, Words words, Consumer<Command> run) {
        this.context = context;
        this.words = words;
        this.run = run;
        addClassName("vot");
    }

    /** Shows the letters; drawn again only if they changed. */
    void show(List<DeadLetter> letters) {
        if (!drawn.equals(Optional.of(letters))) {
            drawn = Optional.of(letters);
            removeAll();
            draw(letters);
        }
    }

    private void draw(List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            add(Vacant.page(words.get("letters.none"), words.get("letters.help")));
            return;
        }
        Table table = new Table(words.get("section.dead-letters"));
        table.column(words.get("letter"), true)
                .column(words.get("letter.at"), false)
                .column(words.get("letter.route"), false)
                .column(words.get("letter.reason"), false)
                .column(words.get("letter.replays"), true)
                .column("", true);
        letters.forEach(letter -> row(table, letter));
        add(Shape.tag("section", "card", Shape.box("tw", table)), Shape.text("s t2", words.get("letters.help")));
    }

    private void row(Table table, DeadLetter letter) {
        var row = table.row(List.of(
                Table.number(String.valueOf(letter.id())),
                Table.cell(FigureCells.time(letter.at(), context)),
                Table.cell(Shape.text("b", letter.route()), Shape.box("s t2", letter.context())),
                Table.cell(Shape.box("wr", letter.reason().isEmpty() ? words.get("letter.erased") : letter.reason())),
                Table.number(String.valueOf(letter.replays())),
                Table.number(buttons(letter))));
        row.addClassName("two");
        row.getElement().setAttribute("data-testid", "letter-" + letter.id());
    }

    private Component buttons(DeadLetter letter) {
        Span buttons = Shape.line("rtb");
        if (!context.scope().may(RouteCommand.PERMISSION)) {
            return buttons;
        }
        if (letter.whole()) {
            buttons.add(new Press("btn s p", words.get("replay"))
                    .test("replay-" + letter.id())
                    .does(() -> run.accept(new RouteCommand.Replay(letter.id()))));
        }
        buttons.add(new Press("btn s", words.get("drop"))
                .test("drop-" + letter.id())
                .does(() -> run.accept(new RouteCommand.Drop(letter.id()))));
        return buttons;
    }
}
