// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.call.LiveCall.SecureEntry;
import io.patchbay.api.call.SecureCommand;
import io.patchbay.api.id.InteractionId;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Running;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import java.util.List;
import java.util.function.Function;

/** A call in which the customer enters what nobody may hear: how many digits there are, never which. */
final class SecureFace {
    private static final int MOST_DOTS = 24;

    private final Words words;
    private final DeskPresenter presenter;

    SecureFace(Words words, DeskPresenter presenter) {
        this.words = words;
        this.presenter = presenter;
    }

    BarFace face(InteractionId call, SecureEntry entry, Function<InteractionId, Press> hangUp) {
        String what = words.get(entry.verifying() ? "bar.verifying" : "bar.secure");
        Span left = Shape.line("xs t2", Shape.text("", words.get("bar.secure.atMost")), Running.until(entry.until()));
        Span state = Shape.line(
                "col", Shape.line("row g1", Shape.badge("vi", entry.verifying() ? "shieldok" : "card", what), left));
        state.add(Shape.line("big", Running.clock(entry.since())));
        state.getStyle().set("min-width", "140px");
        Span digits = Shape.text(
                "s t2 el",
                "·".repeat(Math.min(MOST_DOTS, entry.digits())) + " "
                        + words.get("bar.secure.digits", String.valueOf(entry.digits())));
        digits.getElement().setAttribute("data-testid", "secure-digits").setAttribute("aria-live", "polite");
        HtmlContainer title =
                Shape.tag("b", "xl el", words.get(entry.verifying() ? "bar.verifying.detail" : "bar.secure.detail"));
        return BarFace.whole(
                what,
                "viol",
                List.of(state, Shape.line("col sp", title, digits)),
                List.of("secure", call, entry.verifying()),
                () -> List.of(end(call, entry.verifying()), hangUp.apply(call)));
    }

    private Press end(InteractionId call, boolean verifying) {
        return new Press("btn", words.get(verifying ? "bar.verifying.end" : "bar.secure.end"))
                .test("secure-end")
                .does(() -> presenter.secure(new SecureCommand.ResumeRecording(call)));
    }

    /** The buttons that begin it. */
    Span buttons(InteractionId call) {
        return Shape.line(
                "cgrp",
                press("card", "bar.secure", "secure-pause", new SecureCommand.PauseRecording(call, "card")),
                press("shieldok", "bar.verify", "verify", new SecureCommand.AskVerification(call)));
    }

    private Press press(String icon, String word, String test, SecureCommand command) {
        Press press = new Press("cbtn", "").test(test);
        press.add(Shape.icon(icon), Shape.text("", words.get(word)));
        press.getElement().setAttribute("title", words.get(word + ".why"));
        return press.does(() -> presenter.secure(command));
    }
}
