// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.frame;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContribution;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rail at the left: one entry a view. */
final class Rail extends Div {
    private final HtmlContainer nav = new HtmlContainer("nav");
    private final Map<String, RouterLink> links = new HashMap<>();
    private final Map<String, Span> dots = new HashMap<>();

    Rail(Words words) {
        addClassName("rail");
        nav.getElement().setAttribute("aria-label", words.get("rail"));
        Div mark = Shape.box("mark", new Image("/patchbay/mark.svg", ""));
        add(mark, nav, Shape.box("fill"));
    }

    void fill(List<ViewContribution> views, Locale language) {
        nav.removeAll();
        links.clear();
        dots.clear();
        for (ViewContribution view : views) {
            Span dot = Shape.text("dot", "");
            dot.setVisible(false);
            RouterLink link = new RouterLink();
            link.getElement().setAttribute("href", view.path()).setAttribute("router-link", true);
            link.getElement().setAttribute("data-testid", "rail-" + view.path());
            link.add(Shape.icon(view.icon()), Shape.text("", view.title(language)), dot);
            links.put(view.path(), link);
            dots.put(view.path(), dot);
            nav.add(link);
        }
    }

    void select(String path) {
        links.forEach((key, link) -> {
            link.setClassName("on", key.equals(path));
            if (key.equals(path)) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }

    void waiting(String path, int count) {
        Span dot = dots.get(path);
        if (dot != null) {
            dot.setText(String.valueOf(count));
            dot.setVisible(count > 0);
        }
    }
}
