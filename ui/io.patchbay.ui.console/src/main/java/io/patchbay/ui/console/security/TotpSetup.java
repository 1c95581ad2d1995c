// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.security;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.UserId;
import io.patchbay.api.signin.SignInCommand;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import java.util.List;

/** Sets an authenticator up: code to scan, key to type, a first code, then the recovery codes. */
public final class TotpSetup extends Div {
    private final Words words;
    private final UserId user;
    private final Doing doing;
    private final Runnable done;
    private final Div problem = Shape.box("msgbox");
    private final TextField code;

    public TotpSetup(Words words, UserId user, Doing doing, Runnable done) {
        this.words = words;
        this.user = user;
        this.doing = doing;
        this.done = done;
        code = codeField(words.get("totp.code"));
        addClassNames("col", "totp");
        getElement().setAttribute("data-testid", "totp-setup");
        problem.getElement().setAttribute("role", "alert").setAttribute("data-testid", "totp-problem");
        problem.setVisible(false);
        doing.run(new SignInCommand.BeginTotp(user), this::begun);
    }

    /** A field for a code of an authenticator. */
    public static TextField codeField(String label) {
        TextField field = new TextField(label);
        field.addClassNames("l", "wide");
        field.setWidthFull();
        field.setMaxLength(20);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.setId("totp-code");
        field.getElement()
                .setAttribute("data-testid", "totp-code")
                .setAttribute("autocomplete", "one-time-code")
                .setAttribute("name", "totp-code");
        return field;
    }

    private void begun(CommandResult result) {
        if (!(result instanceof CommandResult.Done begun)) {
            refused(result);
            add(problem);
            return;
        }
        String secret = begun.result().get(SignInCommand.SECRET).toString();
        var key =
                Shape.tag("code", "mono key", secret.replaceAll("(.{4})", "$1 ").strip());
        key.getElement().setAttribute("data-testid", "totp-secret").setAttribute("data-secret", secret);
        code.addKeyPressListener(Key.ENTER, press -> confirm());
        add(
                Shape.tag("p", "s t2", words.get("totp.scan")),
                Shape.box(
                        "qrbox", QrCode.of(begun.result().get(SignInCommand.URI).toString(), words.get("totp.qr"))),
                Shape.tag("p", "s t2", words.get("totp.type")),
                key,
                problem,
                code,
                new Press("btn p l wide", words.get("totp.confirm"))
                        .test("totp-confirm")
                        .does(this::confirm));
        code.focus();
    }

    private void confirm() {
        if (code.isEmpty()) {
            return;
        }
        doing.run(new SignInCommand.ConfirmTotp(user, code.getValue()), result -> {
            if (result instanceof CommandResult.Done confirmed) {
                removeAll();
                add(new RecoveryCodes(words, (List<?>) confirmed.result().get(SignInCommand.RECOVERY_CODES), done));
            } else {
                refused(result);
            }
        });
    }

    private void refused(CommandResult result) {
        if (result instanceof CommandResult.Refused no) {
            problem.removeAll();
            problem.add(Shape.tip("er", "alert", no.problem().text(words.locale())));
            problem.setVisible(true);
            code.clear();
            code.focus();
        }
    }
}
