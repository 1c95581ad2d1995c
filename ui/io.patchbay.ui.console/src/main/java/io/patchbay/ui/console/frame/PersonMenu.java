// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;

/** Who is signed in, and what he chooses for himself. */
final class PersonMenu extends Div {
    PersonMenu(Words words, String name, String theme, Runnable security, Runnable signOut) {
        addClassName("row");
        Press me = new Press("me row", "").named(name).test("me");
        me.add(Shape.avatar("", name), Shape.text("s b hide-n", name));
        Popover popover = new Popover();
        popover.setTarget(me);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setModal(false);
        popover.setAriaLabel(name);
        Div menu = Shape.box("menu");
        menu.add(Shape.text("mh", words.get("me.language")));
        menu.add(language("简体中文", "zh-CN", words), language("English", "en", words));
        menu.add(Shape.box("hr"), Shape.text("mh", words.get("me.theme")));
        menu.add(
                theme(words.get("me.light"), "light", theme, popover),
                theme(words.get("me.dark"), "dark", theme, popover));
        menu.add(Shape.box("hr"));
        menu.add(new Press("mi", words.get("me.security"))
                .icon("shield")
                .test("my-security")
                .does(() -> {
                    popover.close();
                    security.run();
                }));
        menu.add(new Press("mi", words.get("me.signOut"))
                .icon("x")
                .test("sign-out")
                .does(() -> {
                    popover.close();
                    signOut.run();
                }));
        popover.add(menu);
        add(me, popover);
    }

    private static Press language(String name, String tag, Words words) {
        boolean on = words.locale().toLanguageTag().equals(tag);
        return new Press(on ? "mi on" : "mi", name)
                .icon(on ? "check" : "globe")
                .test("language-" + tag)
                .does(() -> UI.getCurrent()
                        .getPage()
                        .executeJs("window.patchbay.keep('language', $0); location.reload()", tag));
    }

    private static Press theme(String name, String key, String now, Popover popover) {
        return new Press("mi", name)
                .icon(key.equals(now) ? "check" : "moon")
                .test("theme-" + key)
                .does(() -> {
                    popover.close();
                    UI.getCurrent().getPage().executeJs("window.patchbay.theme($0)", key);
                });
    }
}
