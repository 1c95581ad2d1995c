// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;

/** The page's shortcuts, and the list of them. */
final class Keyboard extends Div {
    private static final String[][] LIST = {
        {"F2", "keys.accept"},
        {"Shift F2", "keys.decline"},
        {"Alt ↑ ↓", "keys.step"},
        {"Alt U", "keys.turn"},
        {"F8", "keys.mute"},
        {"Alt R", "keys.presence"},
        {"Alt X", "keys.transfer"},
        {"Alt W", "keys.end"},
        {"Ctrl Enter", "keys.complete"},
        {"Enter", "keys.send"},
        {"Shift Enter", "keys.line"},
        {"Ctrl /", "keys.list"},
        {"Esc", "keys.close"},
    };

    private final Words words;

    Keyboard(Words words, Window window) {
        this.words = words;
        addClassName("vh");
        Press help = new Press("btn", words.get("keys.title")).key("Ctrl+/", "").test("keys");
        help.getElement().setAttribute("tabindex", "-1").setAttribute("aria-hidden", "true");
        help.does(this::open);
        add(new Keys(), help);
        window.untilGone(this::removeFromParent);
    }

    private void open() {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(words.get("keys.title"));
        Div list = Shape.box("keys");
        for (String[] one : LIST) {
            list.add(Shape.key(one[0]), Shape.text("", words.get(one[1])));
        }
        dialog.add(list);
        Press close = new Press("btn", words.get("close")).does(dialog::close);
        dialog.getFooter().add(close);
        dialog.open();
    }

    /** The browser part. */
    @Tag("pb-keys")
    static final class Keys extends Component {}
}
