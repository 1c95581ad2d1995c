// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Span;
import io.patchbay.ui.kit.part.Shape;

/** The bar at the top: where the reader is, what the view adds, his presence, himself. */
final class TopBar extends HtmlContainer {
    private final HtmlContainer title = Shape.tag("h1", "");
    private final Span crumb = Shape.text("crumb", "");
    private final Span extra = Shape.line("topx");
    private final Span notice = Shape.line("row");
    private final Span alarms = Shape.line("row");
    private final Span presence = Shape.line("row");

    TopBar(PersonMenu menu) {
        super("header");
        addClassName("top");
        add(title, crumb, extra, Shape.space(), notice, alarms, presence, menu);
    }

    void title(String text) {
        title.setText(text);
    }

    void crumb(String text) {
        crumb.setText(text);
    }

    void extra(Component parts) {
        extra.removeAll();
        extra.add(parts);
    }

    /** A line for everybody; empty for none. */
    void notice(String words) {
        notice.removeAll();
        if (!words.isEmpty()) {
            Span badge = Shape.badge("wa", "info", words);
            badge.getElement().setAttribute("data-testid", "notice").setAttribute("role", "status");
            badge.addClassName("el");
            notice.add(badge);
        }
    }

    void alarms(Component bell) {
        alarms.removeAll();
        alarms.add(bell);
    }

    void presence(Component pill) {
        presence.removeAll();
        presence.add(pill);
    }
}
