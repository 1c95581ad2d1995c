// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.form;

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
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A form with a save bar; refusals are shown at the field they name, else in the bar. */
public final class EditForm extends HtmlContainer {
    /** In the address of a thing that was just saved. */
    private static final String SAVED = "saved";

    private final ViewContext context;
    private final Words words;
    private final Div body = Shape.box("eb");
    private final Span message = Shape.line("row sp");
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();
    private final Press save;
    private Supplier<Optional<Command>> command = Optional::empty;
    private Supplier<String> saved = () -> "";

    /**
     * A form without fields.
     *
     * @param title the thing's name
     * @param under a line below it, may be empty
     * @param context the window and its reader
     */
    public EditForm(String title, String under, ViewContext context) {
        super("section");
        this.context = context;
        this.words = Words.of(Terms.class, context.locale());
        addClassNames("panel", "ed");
        Div head = Shape.box("eh", Shape.box("sp", Shape.tag("h2", "", title), Shape.tag("p", "s t2", under)));
        message.getElement().setAttribute("role", "status").setAttribute("data-testid", "save-message");
        save = new Press("btn p", words.get("form.save"))
                .test("save")
                .key("Ctrl+Enter", "")
                .does(this::save);
        Press discard = new Press("btn", words.get("form.discard"))
                .test("discard")
                .does(() -> getUI().ifPresent(ui -> ui.getPage().reload()));
        add(head, body, Shape.box("ef", message, discard, save));
        if (context.place().value(SAVED).isPresent()) {
            context.rewrite(new Place(context.place().segments(), Map.of()));
            say("ok", "check", words.get("form.saved"));
        }
    }

    /**
     * Says what saving does.
     *
     * @param placeWhenDone where to go afterwards
     * @param wanted what is sent; empty while fields are wrong
     */
    public void saves(Supplier<String> placeWhenDone, Supplier<Optional<Command>> wanted) {
        saved = placeWhenDone;
        command = wanted;
    }

    /**
     * Adds a way to remove the thing, which asks first.
     *
     * @param name the thing's
     * @param remove what is sent
     * @param placeWhenDone where to go afterwards
     */
    public void removes(String name, Command remove, String placeWhenDone) {
        Press press = new Press("btn", words.get("form.remove"))
                .icon("x b14")
                .test("remove")
                .does(() -> {
                    Dialog ask = new Dialog();
                    ask.setHeaderTitle(words.get("form.remove.ask", name));
                    ask.add(Shape.text("t2", words.get("form.remove.why")));
                    Press yes = new Press("btn er", words.get("form.remove"))
                            .test("remove-confirm")
                            .does(() -> {
                                ask.close();
                                send(remove, placeWhenDone);
                            });
                    ask.getFooter().add(new Press("btn", words.get("form.cancel")).does(ask::close), yes);
                    ask.open();
                });
        save.getParent().ifPresent(bar -> ((Div) bar).addComponentAtIndex(0, press));
    }

    /**
     * Adds a group of fields.
     *
     * @param title its heading
     * @param layout names of the theme, for example {@code g2}
     * @param parts the fields
     * @return the group
     */
    public Div section(String title, String layout, Component... parts) {
        Div box = Shape.box(layout, parts);
        body.add(Shape.tag("section", "", Shape.tag("h3", "", title), box));
        return box;
    }

    /**
     * Names a field: a refusal whose code has this word is shown there.
     *
     * @param word its name, also for tests
     * @param field the field
     * @param <T> what it is
     * @return the field
     */
    public <T extends Component & HasValidation> T field(String word, T field) {
        fields.put(word, field);
        field.getElement().setAttribute("data-testid", "field-" + word);
        return field;
    }

    /**
     * Marks a field as wrong.
     *
     * @param word its name
     * @param why what to do about it
     */
    public void wrong(String word, String why) {
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
            say("er", "alert", words.get("form.wrong", String.valueOf(wrong)));
        } else {
            send(wanted.get(), saved.get());
        }
    }

    private void send(Command wanted, String placeWhenDone) {
        context.run(wanted, result -> {
            if (result instanceof CommandResult.Refused no) {
                refused(no.problem());
            } else if (result instanceof CommandResult.Proposed) {
                say("ok", "check", words.get("form.proposed"));
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
