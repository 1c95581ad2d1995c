// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.part;

import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A few choices side by side, one of them on. */
public final class Segments extends Span {
    private final Map<String, Press> choices = new LinkedHashMap<>();
    private final transient Consumer<String> chosen;

    /**
     * No choices yet.
     *
     * @param label what is chosen
     * @param chosen gets the key of what is pressed
     */
    public Segments(String label, Consumer<String> chosen) {
        this.chosen = chosen;
        addClassName("seg");
        getElement().setAttribute("role", "group").setAttribute("aria-label", label);
    }

    /**
     * Adds a choice.
     *
     * @param key its key
     * @param word what it says
     * @return this
     */
    public Segments choice(String key, String word) {
        Press press = new Press("seg1", word).test("segment-" + key);
        press.does(() -> {
            select(key);
            chosen.accept(key);
        });
        choices.put(key, press);
        add(press);
        return this;
    }

    /**
     * Shows which is on.
     *
     * @param key its key
     * @return this
     */
    public Segments select(String key) {
        choices.forEach((name, press) -> {
            press.setClassName("on", name.equals(key));
            press.getElement().setAttribute("aria-pressed", String.valueOf(name.equals(key)));
        });
        return this;
    }
}
