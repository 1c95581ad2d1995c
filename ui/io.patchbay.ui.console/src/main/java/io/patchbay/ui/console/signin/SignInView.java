// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.signin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.people.SignIn.Door;
import io.patchbay.ui.console.core.Arrival;
import io.patchbay.ui.console.core.Console;
import io.patchbay.ui.console.core.Reader;
import io.patchbay.ui.console.core.Services;
import io.patchbay.ui.console.core.Visits;
import io.patchbay.ui.console.security.TotpSetup;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import java.util.Locale;
import java.util.function.Consumer;

/** The page for who is not signed in. */
public final class SignInView extends Div implements SignInScreen {
    private final Words words;
    private final SignInPresenter presenter;
    private final Consumer<Reader> entered;
    private final Div box = Shape.box("box");
    private final Div message = Shape.box("msgbox");
    private final TextField user = new TextField();
    private final PasswordField password = new PasswordField();
    private final PasswordField wanted = new PasswordField();
    private final PasswordField again = new PasswordField();
    private boolean codeAsked;

    /** With a note that says why somebody who was in is here again; empty for none. */
    public SignInView(Services services, Locale language, String note, Consumer<Reader> entered) {
        this.entered = entered;
        words = Words.of(Console.class, language);
        presenter = new SignInPresenter(services, language, this);
        addClassName("si");
        add(art(), form());
        Reader.current()
                .filter(Reader::held)
                .filter(reader -> services.signIn().session(reader.token()).isPresent())
                .ifPresentOrElse(this::step, this::first);
        if (!note.isEmpty()) {
            tell("wa", note);
        }
    }

    /** Takes what a provider said; once the view is on the page, since it may let somebody in at once. */
    public void begin() {
        Arrival.take().ifPresent(presenter::arrived);
    }

    private Component art() {
        Div art = Shape.box("art");
        Div logo = Shape.box("lg", new Image("/patchbay/mark.svg", ""), Shape.tag("b", "", "Patchbay"));
        Image board = new Image("/patchbay/board.svg", "");
        board.addClassName("bay");
        art.add(logo, board, Shape.box("cl", words.get("signin.claim")), Shape.box("cs", words.get("signin.what")));
        art.getElement().setAttribute("aria-hidden", "true");
        return art;
    }

    private Component form() {
        String other = words.locale().getLanguage().equals("zh") ? "en" : "zh-CN";
        Press language = new Press("btn q s", words.get("signin.otherLanguage"))
                .icon("globe")
                .test("language-" + other)
                .does(() -> script("window.patchbay.keep('language', $0); location.reload()", other));
        Press dark = new Press("btn q s io", "")
                .icon("moon")
                .named(words.get("signin.theme"))
                .test("theme");
        dark.does(() -> script(
                "window.patchbay.theme(document.documentElement.getAttribute('theme') === 'dark' ? 'light' : 'dark')"));
        Div foot = Shape.box(
                "ft", Shape.line("row g1 ok", Shape.icon("check b14"), Shape.text("", words.get("signin.well"))));
        foot.add(Shape.space(), Shape.text("", words.get("signin.traced")));
        Div form = Shape.box("form", Shape.box("topr", language, dark), box, foot);
        form.getElement().setAttribute("role", "main");
        return form;
    }

    private static void script(String script, String... values) {
        UI.getCurrent().getPage().executeJs(script, (java.io.Serializable[]) values);
    }

    private void first() {
        user.setLabel(words.get("signin.user"));
        field(user, "signin-user", "username");
        password.setLabel(words.get("signin.password"));
        field(password, "signin-password", "current-password");
        user.addKeyPressListener(Key.ENTER, press -> password.focus());
        password.addKeyPressListener(Key.ENTER, press -> signIn());
        Div caps = Shape.box("caps", Shape.icon("info b12"), Shape.text("", words.get("signin.caps")));
        caps.getElement().setAttribute("hidden", true);
        Press go = new Press("btn p l wide", words.get("signin.go"))
                .test("signin-go")
                .does(this::signIn);
        Component help = Shape.tag("p", "s t3", words.get("signin.help"));
        help.getElement().getStyle().set("text-align", "center");
        box.removeAll();
        box.add(Shape.tag("h1", "", words.get("signin.title")), message, user, password, caps, go);
        presenter.doors().forEach(door -> box.add(door(door)));
        box.add(help);
        box.add(DemoAccounts.orNothing(words, this::fill));
        message.setVisible(false);
        user.focus();
    }

    private Component door(Door door) {
        Press go = new Press("btn l wide", words.get("signin.door", door.title(words.locale())))
                .icon("enter")
                .test("door-" + door.name());
        return go.does(() -> script("location.assign($0)", "/signin/to/" + door.name()));
    }

    private void fill(String account) {
        user.setValue(account);
        password.focus();
    }

    private static void field(
            com.vaadin.flow.component.textfield.TextFieldBase<?, String> field, String id, String fills) {
        field.setId(id);
        field.addClassNames("l", "wide");
        field.getElement()
                .setAttribute("data-testid", id)
                .setAttribute("name", id)
                .setAttribute("autocomplete", fills);
    }

    private void signIn() {
        presenter.signIn(user.getValue(), password.getValue(), Visits.of(UI.getCurrent()));
    }

    @Override
    public void refused(String said) {
        tell("er", said);
        password.clear();
    }

    private void tell(String tone, String said) {
        message.removeAll();
        message.add(Shape.tip(tone, "alert", said));
        message.getElement().setAttribute("role", "alert").setAttribute("data-testid", "signin-problem");
        message.setVisible(true);
    }

    @Override
    public void again(String said) {
        if (codeAsked) {
            codeAsked = false;
            first();
        }
        if (!said.isEmpty()) {
            refused(said);
        }
        password.clear();
    }

    @Override
    public void codeWanted() {
        codeAsked = true;
        box.removeAll();
        message.setVisible(false);
        TextField code = TotpSetup.codeField(words.get("totp.codeOrRecovery"));
        code.setHelperText(words.get("totp.codeHelp"));
        Runnable answer = () -> {
            presenter.answer(code.getValue(), Visits.of(UI.getCurrent()));
            code.clear();
        };
        code.addKeyPressListener(Key.ENTER, press -> answer.run());
        Press go = new Press("btn p l wide", words.get("signin.go"))
                .test("signin-code-go")
                .does(answer);
        Press back = new Press("btn q s", words.get("signin.back"))
                .test("signin-back")
                .does(() -> again(""));
        box.add(Shape.tag("h1", "", words.get("totp.title")), message, code, go, back);
        code.focus();
    }

    @Override
    public void entered(Reader reader) {
        reader.enter();
        // A new session id for who is now somebody: what was known before the sign-in opens nothing.
        script("fetch('/patchbay/renew', { method: 'POST' })");
        step(reader);
    }

    private void step(Reader reader) {
        if (reader.mustChangePassword()) {
            passwordStep(reader);
        } else if (reader.mustEnrol()) {
            enrolStep(reader);
        } else {
            entered.accept(reader);
        }
    }

    private void enrolStep(Reader reader) {
        box.removeAll();
        message.setVisible(false);
        box.add(
                Shape.tag("h1", "", words.get("totp.setupTitle")),
                Shape.tag("p", "s t2", words.get("totp.setupWhy")),
                new TotpSetup(
                        words,
                        reader.user(),
                        (command, then) -> presenter.run(reader, command, this::later, then),
                        () -> entered(reader.enrolled())));
    }

    private void passwordStep(Reader reader) {
        box.removeAll();
        message.setVisible(false);
        wanted.setLabel(words.get("signin.new"));
        field(wanted, "signin-new", "new-password");
        wanted.setHelperText(words.get("signin.newHelp"));
        again.setLabel(words.get("signin.again"));
        field(again, "signin-again", "new-password");
        password.setLabel(words.get("signin.present"));
        field(password, "signin-password", "current-password");
        Runnable change =
                () -> presenter.change(reader, password.getValue(), wanted.getValue(), again.getValue(), this::later);
        again.addKeyPressListener(Key.ENTER, press -> change.run());
        Press go = new Press("btn p l wide", words.get("signin.change"))
                .test("signin-change")
                .does(change);
        box.add(
                Shape.tag("h1", "", words.get("signin.changeTitle")),
                Shape.tag("p", "s t2", words.get("signin.changeWhy")));
        box.add(message, password, wanted, again, go);
        wanted.focus();
    }

    private void later(Runnable change) {
        getUI().ifPresent(ui -> {
            var unused = ui.access(change::run);
        });
    }
}
