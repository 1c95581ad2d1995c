// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.town;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Span;
import java.util.function.IntConsumer;

/** A slider from 0 to a bound; the number beside it follows, the wish comes when it is let go. */
final class Slider extends HtmlContainer {
    private static final int PAUSE_MILLIS = 80;
    private static final String VALUE = "element.value";

    private Span number = new Span();
    private int shown = -1;

    Slider(String id, int most, int step, String name) {
        super("input");
        addClassName("tws");
        getElement()
                .setAttribute("type", "range")
                .setAttribute("min", "0")
                .setAttribute("max", String.valueOf(most))
                .setAttribute("step", String.valueOf(step))
                .setAttribute("aria-label", name)
                .setAttribute("data-testid", id);
        getElement()
                .addEventListener("input", moved -> number.setText(value(moved)))
                .addEventData(VALUE)
                .debounce(PAUSE_MILLIS);
    }

    private static String value(com.vaadin.flow.dom.DomEvent event) {
        return event.getEventData().getString(VALUE);
    }

    void showsIn(Span shownIn) {
        number = shownIn;
    }

    void moved(IntConsumer wish) {
        getElement()
                .addEventListener("change", moved -> {
                    shown = Integer.parseInt(value(moved));
                    wish.accept(shown);
                })
                .addEventData(VALUE);
    }

    void show(int value) {
        number.setText(String.valueOf(value));
        if (value != shown) {
            shown = value;
            getElement().executeJs("this.value = $0", String.valueOf(value));
        }
    }
}
