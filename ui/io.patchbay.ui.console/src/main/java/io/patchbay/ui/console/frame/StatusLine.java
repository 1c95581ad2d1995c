// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.command.CommandResult;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import java.util.Locale;

/** The line at the bottom: connection, what the view adds, the way to the shortcuts. */
final class StatusLine extends HtmlContainer {
    private final Span extra = Shape.line("statusx");
    private final Span refused = Shape.text("er", "");
    private final Span phone = Shape.line("row");
    private final Span link = Shape.line("row");

    StatusLine(Words words) {
        super("footer");
        addClassName("status");
        getElement().setAttribute("aria-label", words.get("status"));
        Span connection =
                Shape.line("row g1 ok linkst", Shape.icon("wifi b14"), Shape.text("", words.get("link.connected")));
        connection.getElement().setAttribute("data-testid", "connection");
        refused.getElement().setAttribute("role", "status");
        Press help = new Press("btn q xs", words.get("keys.title"))
                .does(() -> getElement().executeJs("document.querySelector('[data-testid=keys]').click()"));
        help.addComponentAsFirst(Shape.key("Ctrl /"));
        add(connection, Shape.line("sep"), phone, extra, refused, Shape.space(), help, link);
    }

    void extra(Component parts) {
        extra.removeAll();
        extra.add(parts);
    }

    /** The agent's phone in this window. */
    void phone(Component softphone) {
        phone.add(softphone);
    }

    void link(Component browserPart) {
        link.add(browserPart);
    }

    /** Says why something was refused; a success takes the words away. */
    void refused(CommandResult result, Locale language) {
        refused.setText(
                result instanceof CommandResult.Refused no ? no.problem().text(language) : "");
    }
}
