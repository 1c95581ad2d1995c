// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.signin;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.people.PeopleCommand;
import io.patchbay.api.people.SignIn.Door;
import io.patchbay.api.people.SignIn.SignInResult;
import io.patchbay.api.signin.Visit;
import io.patchbay.ui.console.core.Console;
import io.patchbay.ui.console.core.Reader;
import io.patchbay.ui.console.core.Services;
import io.patchbay.ui.kit.text.Words;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Signs people in, asks for the second factor, and has them change a first password. */
final class SignInPresenter {
    private final Services services;
    private final Locale language;
    private final Words words;
    private final SignInScreen screen;
    private String challenge = "";

    SignInPresenter(Services services, Locale language, SignInScreen screen) {
        this.services = services;
        this.language = language;
        this.words = Words.of(Console.class, language);
        this.screen = screen;
    }

    List<Door> doors() {
        return services.signIn().doors();
    }

    void signIn(String user, String password, Visit visit) {
        if (user.isBlank() || password.isEmpty()) {
            screen.refused(words.get("signin.empty"));
            return;
        }
        char[] typed = password.toCharArray();
        SignInResult result = services.signIn().signIn(user.strip(), typed, visit);
        Arrays.fill(typed, ' ');
        show(result, "signin.rejected");
    }

    void answer(String code, Visit visit) {
        if (!code.isBlank()) {
            show(services.signIn().answer(challenge, code, visit), "signin.wrongCode");
        }
    }

    /** What came of a sign-in at a provider. */
    void arrived(SignInResult result) {
        show(result, "signin.rejected");
    }

    private void show(SignInResult result, String rejected) {
        if (result instanceof SignInResult.SignedIn in) {
            screen.entered(Reader.of(in));
        } else if (result instanceof SignInResult.CodeWanted wanted) {
            challenge = wanted.challenge();
            screen.codeWanted();
        } else if (result instanceof SignInResult.Locked locked) {
            Duration left = Duration.between(services.clock().instant(), locked.until());
            screen.refused(words.get("signin.locked", remaining(left)));
        } else if (result instanceof SignInResult.Refused no) {
            screen.again(no.problem().text(language));
        } else {
            screen.refused(words.get(rejected));
        }
    }

    private String remaining(Duration left) {
        long seconds = Math.max(1, left.toSeconds());
        return seconds < 60
                ? words.get("signin.seconds", String.valueOf(seconds))
                : words.get("signin.minutes", String.valueOf((seconds + 59) / 60));
    }

    void change(Reader reader, String present, String wanted, String again, Consumer<Runnable> uiThread) {
        if (!wanted.equals(again)) {
            screen.refused(words.get("signin.differ"));
            return;
        }
        run(
                reader,
                new PeopleCommand.ChangePassword(reader.user(), present, wanted),
                uiThread,
                result -> changed(reader, result));
    }

    void run(Reader reader, Command command, Consumer<Runnable> uiThread, Consumer<CommandResult> then) {
        var actor = new Actor.Person(reader.user(), services.people().scope(reader.user()));
        services.commands()
                .execute(actor, command, "")
                .thenAccept(result -> uiThread.accept(() -> then.accept(result)));
    }

    private void changed(Reader reader, CommandResult result) {
        if (result instanceof CommandResult.Refused no) {
            screen.refused(no.problem().text(language));
        } else {
            screen.entered(reader.changed());
        }
    }
}
