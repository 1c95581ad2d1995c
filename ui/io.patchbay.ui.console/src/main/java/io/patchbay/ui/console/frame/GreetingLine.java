// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.frame;

import com.vaadin.flow.component.html.Div;
import io.patchbay.api.signin.Greeting;
import io.patchbay.ui.console.core.Console;
import io.patchbay.ui.console.core.Reader;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** Says who else may have been here: last sign-in, failures since, a new place. Stays until it is read. */
final class GreetingLine extends Div {
    private GreetingLine(Words words, boolean alarming, String said, Runnable look) {
        addClassNames("tip", "greet", alarming ? "wa" : "pr");
        getElement().setAttribute("role", "status").setAttribute("data-testid", "greeting");
        Press close = new Press("btn q xs io", "")
                .icon("x")
                .named(words.get("greet.close"))
                .test("greeting-close")
                .does(() -> {
                    Reader.current().ifPresent(reader -> reader.greeted().enter());
                    removeFromParent();
                });
        add(Shape.icon(alarming ? "alert" : "shield"), Shape.text("sp", said));
        add(new Press("btn s", words.get("greet.look")).test("greeting-look").does(look), close);
    }

    static Optional<Div> of(Reader reader, Locale language, ZoneId zone, Instant now) {
        Greeting greeting = reader.greeting();
        Words words = Words.of(Console.class, language);
        Formats formats = new Formats(language, zone);
        StringBuilder said = new StringBuilder();
        greeting.last()
                .ifPresent(last -> said.append(
                        words.get("greet.last", formats.moment(last.at(), now), last.address(), last.device())));
        if (greeting.failuresSince() > 0) {
            said.append(' ').append(words.get("greet.failures", String.valueOf(greeting.failuresSince())));
        }
        if (greeting.newPlace()) {
            said.append(' ').append(words.get("greet.newPlace"));
        }
        boolean alarming = greeting.newPlace() || greeting.failuresSince() > 0;
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(new GreetingLine(
                        words,
                        alarming,
                        said.toString().strip(),
                        () -> com.vaadin.flow.component.UI.getCurrent().navigate("me")));
    }
}
