// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A form with a save bar; refusals are shown at the field they name, else in the bar. */
final class EditForm extends HtmlContainer {
    /** In the address of a thing that was just saved. */
    private static final String SAVED = "saved";

    private final ViewContext context;
    private final Words words;
    private final Div body = Shape.box("eb");
    private final Span message = Shape.line("row sp");
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();
    private final Press save;
    private Supplier<Optional<Command>> command = Optional::empty;
    private Supplier<String> saved = () -> "admin";

    EditForm(String title, String under, ViewContext context, Words words) {
        super("section");
        this.context = context;
        this.words = words;
        addClassNames("panel", "ed");
        Div head = Shape.box("eh", Shape.box("sp", Shape.tag("h2", "", title), Shape.tag("p", "s t2", under)));
        message.getElement().setAttribute("role", "status").setAttribute("data-testid", "save-message");
        save = new Press("btn p", words.get("save"))
                .test("save")
                .key("Ctrl+Enter", "")
                .does(this::save);
        Press discard = new Press("btn", words.get("discard")).test("discard").does(() -> getUI().ifPresent(
                        ui -> ui.getPage().reload()));
        add(head, body, Shape.box("ef", message, discard, save));
        if (context.place().value(SAVED).isPresent()) {
            context.rewrite(new Place(context.place().segments(), Map.of()));
            say("ok", "check", words.get("saved"));
        }
    }

    /** Says what saving sends; empty while fields are wrong. */
    void saves(Supplier<String> placeWhenDone, Supplier<Optional<Command>> wanted) {
        saved = placeWhenDone;
        command = wanted;
    }

    /** Adds a way to remove the thing, which names it first. */
    void removes(String name, Command remove, String placeWhenDone) {
        Press press = new Press("btn", words.get("remove"))
                .icon("x b14")
                .test("remove")
                .does(() -> {
                    Dialog ask = new Dialog();
                    ask.setHeaderTitle(words.get("remove.ask", name));
                    ask.add(Shape.text("t2", words.get("remove.why")));
                    Press yes = new Press("btn er", words.get("remove"))
                            .test("remove-confirm")
                            .does(() -> {
                                ask.close();
                                send(remove, placeWhenDone);
                            });
                    ask.getFooter().add(new Press("btn", words.get("cancel")).does(ask::close), yes);
                    ask.open();
                });
        save.getParent().ifPresent(bar -> ((Div) bar).addComponentAtIndex(0, press));
    }

    /** Adds a group of fields. */
    Div section(String title, String layout, Component... parts) {
        Div box = Shape.box(layout, parts);
        body.add(Shape.tag("section", "", Shape.tag("h3", "", title), box));
        return box;
    }

    /** Names a field: a refusal whose code has this word is shown there. */
    <T extends Component & HasValidation> T field(String word, T field) {
        fields.put(word, field);
        field.getElement().setAttribute("data-testid", "field-" + word);
        return field;
    }

    /** Marks a field as wrong. */
    void wrong(String word, String why) {
        HasValidation field = fields.get(word);
        field.setErrorMessage(why);
        field.setInvalid(true);
    }

    private void save() {
        fields.values().forEach(field -> field.setInvalid(false));
        Optional<Command> wanted = command.get();
        if (wanted.isEmpty()) {
            long wrong =
                    fields.values().stream().filter(HasValidation::isInvalid).count();
            say("er", "alert", words.get("wrong", String.valueOf(wrong)));
        } else {
            send(wanted.get(), saved.get());
        }
    }

    private void send(Command wanted, String placeWhenDone) {
        context.run(wanted, result -> {
            if (result instanceof CommandResult.Refused no) {
                refused(no.problem());
            } else {
                context.go(new Place(Place.parse(placeWhenDone).segments(), Map.of(SAVED, "1")));
            }
        });
    }

    private void refused(Problem problem) {
        String why = problem.text(context.locale());
        fields.keySet().stream()
                .filter(word -> problem.code().contains(word))
                .findFirst()
                .ifPresent(word -> wrong(word, why));
        say("er", "alert", why);
    }

    private void say(String tone, String icon, String text) {
        message.removeAll();
        message.add(Shape.line(tone, Shape.icon(icon)), Shape.text("b " + tone, text));
    }
}
