// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.security;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.people.PeopleCommand;
import io.patchbay.api.signin.AccountSecurity;
import io.patchbay.api.signin.SecondFactor;
import io.patchbay.api.signin.SignInCommand;
import io.patchbay.ui.console.core.Console;
import io.patchbay.ui.console.core.Reader;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;
import java.util.List;

/** One's own password, second factor and sessions. */
final class SecurityView extends Div {
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final AccountSecurity security;
    private final ViewContext context;
    private final Words words;
    private final Formats formats;
    private final Div message = Shape.box("msgbox");
    private final Div factor = Shape.box("col");
    private final SessionTable sessions;

    SecurityView(AccountSecurity security, ViewContext context) {
        this.security = security;
        this.context = context;
        words = Words.of(Console.class, context.locale());
        formats = new Formats(context.locale(), context.zone());
        sessions = new SessionTable(words, formats, this::run);
        addClassNames("view", "scroll", "secv");
        message.getElement().setAttribute("role", "status").setAttribute("data-testid", "security-message");
        context.frame(new Div(), new Div());
        add(
                message,
                part(words.get("sec.sessions"), words.get("sec.sessionsWhy"), sessions),
                part(words.get("sec.factor"), words.get("sec.factorWhy"), factor),
                part(words.get("sec.password"), words.get("signin.newHelp"), password()));
        showFactor();
        showSessions();
        context.every(LOOK, this::showSessions);
    }

    private static Div part(String title, String why, com.vaadin.flow.component.Component content) {
        return Shape.box("panel secp", Shape.tag("h2", "", title), Shape.tag("p", "s t2", why), content);
    }

    private void showSessions() {
        String own = Reader.current()
                .flatMap(reader -> security.sessionId(reader.token()))
                .orElse("");
        sessions.show(security.sessions(context.scope(), context.user()), own, context.now());
    }

    private void showFactor() {
        factor.removeAll();
        SecondFactor now =
                security.secondFactor(context.scope(), context.user()).orElseThrow();
        if (now.since().isEmpty()) {
            factor.add(
                    Shape.badge("wa", "alert", words.get("sec.factorOff")),
                    new Press("btn p", words.get("totp.begin"))
                            .test("totp-begin")
                            .does(this::setUp));
            return;
        }
        String since = formats.dated(now.since().get());
        TextField code = TotpSetup.codeField(words.get("totp.codeOrRecovery"));
        Press renew =
                new Press("btn", words.get("totp.renew")).test("totp-renew").does(() -> renew(code.getValue()));
        Press remove = new Press("btn", words.get("totp.remove"))
                .test("totp-remove")
                .does(() -> run(new SignInCommand.RemoveTotp(context.user(), code.getValue()), this::showFactor));
        remove.setVisible(!now.demanded());
        factor.add(
                Shape.badge("ok", "shieldok", words.get("sec.factorOn", since)),
                Shape.text("s t2", words.get("sec.codesLeft", String.valueOf(now.recoveryCodes()))),
                code,
                Shape.box("row g2x", renew, remove));
    }

    private void setUp() {
        factor.removeAll();
        factor.add(new TotpSetup(words, context.user(), context::run, this::showFactor));
    }

    private void renew(String code) {
        context.run(new SignInCommand.RenewRecoveryCodes(context.user(), code), result -> {
            say(result);
            if (result instanceof CommandResult.Done done) {
                factor.removeAll();
                factor.add(new RecoveryCodes(
                        words, (List<?>) done.result().get(SignInCommand.RECOVERY_CODES), this::showFactor));
            }
        });
    }

    private Div password() {
        PasswordField present = field("signin.present", "current-password");
        PasswordField wanted = field("signin.new", "new-password");
        PasswordField again = field("signin.again", "new-password");
        Press change = new Press("btn p", words.get("sec.change"))
                .test("password-change")
                .does(() -> {
                    if (!wanted.getValue().equals(again.getValue())) {
                        say("er", words.get("signin.differ"));
                        return;
                    }
                    run(
                            new PeopleCommand.ChangePassword(context.user(), present.getValue(), wanted.getValue()),
                            () -> {});
                    List.of(present, wanted, again).forEach(PasswordField::clear);
                });
        return Shape.box("col secf", present, wanted, again, Shape.box("row", change));
    }

    private PasswordField field(String key, String fills) {
        PasswordField field = new PasswordField(words.get(key));
        field.setWidthFull();
        field.getElement().setAttribute("autocomplete", fills).setAttribute("data-testid", key.replace('.', '-'));
        return field;
    }

    private void run(Command command, Runnable then) {
        context.run(command, result -> {
            say(result);
            if (!(result instanceof CommandResult.Refused)) {
                then.run();
            }
            showSessions();
        });
    }

    private void say(CommandResult result) {
        if (result instanceof CommandResult.Refused no) {
            say("er", no.problem().text(context.locale()));
        } else {
            say("ok", words.get("sec.done"));
        }
    }

    private void say(String tone, String said) {
        message.removeAll();
        message.add(Shape.tip(tone, tone.equals("er") ? "alert" : "check", said));
    }
}
