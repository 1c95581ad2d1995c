// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.call.FrequentCommand;
import io.patchbay.api.call.FrequentNumber;
import io.patchbay.api.call.FrequentNumber.Keeper;
import io.patchbay.api.call.FrequentNumbers;
import io.patchbay.api.command.CommandResult;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The numbers that are called often, as rows of a chooser: found by name or number, one's own kept and dropped. */
final class FrequentRows {
    private static final int MOST = 30;

    private final Supplier<Optional<FrequentNumbers>> directory;
    private final ViewContext context;
    private final Words words;
    private final Consumer<String> says;

    FrequentRows(
            Supplier<Optional<FrequentNumbers>> directory, ViewContext context, Words words, Consumer<String> says) {
        this.says = says;
        this.directory = directory;
        this.context = context;
        this.words = words;
    }

    private List<FrequentNumber> all() {
        return directory.get().map(known -> known.of(context.user())).orElse(List.of());
    }

    /** Those whose name or number has what is typed. */
    List<FrequentNumber> fitting(String typed) {
        String asked = typed.strip().toLowerCase(Locale.ROOT);
        String digits = asked.replaceAll("[ ().-]", "");
        return all().stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(asked)
                        || (!digits.isEmpty() && one.number().contains(digits)))
                .limit(MOST)
                .toList();
    }

    /** Whether a number may be put into his own list and is not there. */
    boolean canKeep(String number) {
        return directory.get().isPresent()
                && all().stream()
                        .noneMatch(one -> one.keeper() instanceof Keeper.Own
                                && one.number().equals(number));
    }

    /** One to choose. */
    Press row(FrequentNumber one, Runnable chosen) {
        Press press = new Press("to", "").test("frequent-" + one.number());
        press.add(
                Shape.icon(one.keeper() instanceof Keeper.Own ? "star" : "book"),
                Shape.text("b el", one.name()),
                Shape.space(),
                Shape.text("xs t3 num nb", one.number()));
        press.getElement().setAttribute("role", "menuitem");
        return press.does(chosen);
    }

    /** One to choose; his own can be dropped. */
    Span rowToKeep(FrequentNumber one, Runnable chosen, Runnable dropped) {
        Span line = Shape.line("row", row(one, chosen));
        if (one.keeper() instanceof Keeper.Own) {
            line.add(new Press("btn q xs io", "")
                    .icon("x b12")
                    .named(words.get("frequent.drop", one.name()))
                    .test("frequent-drop-" + one.number())
                    .does(() -> run(new FrequentCommand.Drop(one.number()), dropped)));
        }
        return line;
    }

    /** Puts a number into his own list, once he has named it. */
    Press keep(String number, Runnable done) {
        Press press = new Press("to", "").test("frequent-keep");
        press.add(Shape.icon("plus"), Shape.text("el", words.get("frequent.keep")));
        press.getElement().setAttribute("role", "menuitem");
        return press.does(() -> ask(number, done));
    }

    private void ask(String number, Runnable done) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(words.get("frequent.keep.title", number));
        TextField name = new TextField(words.get("frequent.name"));
        name.setWidthFull();
        name.setMaxLength(FrequentNumber.LONGEST_NAME);
        name.getElement().setAttribute("data-testid", "frequent-name");
        dialog.add(name);
        Press yes = new Press("btn p", words.get("frequent.save"))
                .test("frequent-save")
                .does(() -> {
                    name.setInvalid(name.getValue().isBlank());
                    if (!name.isInvalid()) {
                        run(new FrequentCommand.Keep(number, name.getValue().strip()), () -> {
                            dialog.close();
                            done.run();
                        });
                    }
                });
        dialog.getFooter().add(new Press("btn", words.get("frequent.cancel")).does(dialog::close), yes);
        dialog.open();
        name.focus();
    }

    private void run(FrequentCommand command, Runnable done) {
        context.run(command, result -> {
            if (result instanceof CommandResult.Refused no) {
                says.accept(no.problem().text(context.locale()));
            } else {
                done.run();
            }
        });
    }
}
