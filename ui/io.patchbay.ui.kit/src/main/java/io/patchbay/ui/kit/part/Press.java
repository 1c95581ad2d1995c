// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.part;

import com.vaadin.flow.component.html.NativeButton;

/** A button. Icon-only ones have a name for screen readers; a key shown on it presses it too. */
public class Press extends NativeButton {
    /**
     * A button with a word.
     *
     * @param classes names of the theme, for example {@code btn p}
     * @param word what it does, a verb; may be empty if {@link #named} is called
     */
    public Press(String classes, String word) {
        addClassNames(classes.split(" "));
        getElement().setAttribute("type", "button");
        if (!word.isEmpty()) {
            add(Shape.text("", word));
        }
    }

    /**
     * Puts an icon before the word.
     *
     * @param icon a name of the icon set
     * @return this
     */
    public final Press icon(String icon) {
        addComponentAsFirst(Shape.icon(icon));
        return this;
    }

    /**
     * Puts an icon after the word.
     *
     * @param icon a name of the icon set
     * @return this
     */
    public final Press tail(String icon) {
        add(Shape.icon(icon));
        return this;
    }

    /**
     * Names it for screen readers and in a tooltip.
     *
     * @param name what it does
     * @return this
     */
    public final Press named(String name) {
        getElement().setAttribute("aria-label", name).setAttribute("title", name);
        return this;
    }

    /**
     * Lets a key press it, wherever the focus is.
     *
     * @param key its name as {@code keys.js} writes it, for example {@code Shift+F2}
     * @param shown the cap on the button; empty for none
     * @return this
     */
    public final Press key(String key, String shown) {
        getElement().setAttribute("data-keys", key);
        if (!shown.isEmpty()) {
            add(Shape.key(shown));
        }
        return this;
    }

    /**
     * Names it for tests.
     *
     * @param id stable
     * @return this
     */
    public final Press test(String id) {
        getElement().setAttribute("data-testid", id);
        return this;
    }

    /**
     * Ignores presses for 400 ms after it took another's place.
     *
     * @param state what it stands for now
     * @return this
     */
    public final Press guarded(String state) {
        getElement().setAttribute("data-guard", state);
        return this;
    }

    /**
     * Says what a press does.
     *
     * @param action what
     * @return this
     */
    public final Press does(Runnable action) {
        addClickListener(press -> action.run());
        return this;
    }
}
