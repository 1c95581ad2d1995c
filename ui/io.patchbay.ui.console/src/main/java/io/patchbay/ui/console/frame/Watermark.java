// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.id.UserId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Who looks and since when, faint over a sensitive view: a photograph of the screen tells whose it was. */
final class Watermark extends Div {
    private static final int MARKS = 60;
    private static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    Watermark(UserId viewer, ZonedDateTime since) {
        addClassName("wmk");
        getElement()
                .setAttribute("aria-hidden", "true")
                .setAttribute("data-testid", "watermark")
                .setAttribute("data-viewer", viewer.value());
        String mark = viewer + " " + SINCE.format(since);
        for (int i = 0; i < MARKS; i++) {
            Span one = new Span();
            one.getElement().setAttribute("data-mark", mark); // drawn by the theme: no text to read out or to find
            add(one);
        }
    }
}
