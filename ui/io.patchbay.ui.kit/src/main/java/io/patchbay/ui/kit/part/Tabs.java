// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.part;

import com.vaadin.flow.component.HtmlContainer;
import java.util.List;
import java.util.function.UnaryOperator;

/** The sections of a view as tabs, each with an address of its own, {@code PATH/SECTION}. Called in the UI thread. */
public final class Tabs extends HtmlContainer {
    private final String path;
    private final UnaryOperator<String> word;

    /**
     * No tabs yet.
     *
     * @param path the view's first segment
     * @param title says what the whole is
     * @param word the shown word of a section
     */
    public Tabs(String path, String title, UnaryOperator<String> word) {
        super("nav");
        this.path = path;
        this.word = word;
        addClassNames("tabs", "adtabs");
        getElement().setAttribute("aria-label", title);
    }

    /**
     * Shows the sections that are there now.
     *
     * @param sections their keys, in order
     * @param chosen the open one
     */
    public void show(List<String> sections, String chosen) {
        removeAll();
        sections.forEach(key -> add(tab(key, key.equals(chosen))));
    }

    private HtmlContainer tab(String key, boolean on) {
        HtmlContainer tab = Shape.tag("a", on ? "on" : "");
        tab.setText(word.apply(key));
        tab.getElement()
                .setAttribute("href", path + "/" + key)
                .setAttribute("router-link", true)
                .setAttribute("data-testid", "tab-" + key);
        if (on) {
            tab.getElement().setAttribute("aria-current", "page");
        }
        return tab;
    }
}
