// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.signin.AccountSecurity;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.FollowsAddress;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.ArrayList;
import java.util.List;

/** {@code /access/people/USER} and {@code /access/services/ACCOUNT}. */
final class AccessView extends Div implements FollowsAddress {
    private final Access access;
    private final ViewContext context;
    private final Words words;
    private final HtmlContainer tabs = Shape.tag("nav", "tabs adtabs");
    private final Div body = new Div();

    AccessView(Access access, ViewContext context) {
        this.access = access;
        this.context = context;
        words = Words.of(AccessView.class, context.locale());
        addClassNames("view", "adw");
        tabs.getElement().setAttribute("aria-label", words.get("title"));
        body.getStyle().set("min-height", "0");
        add(tabs, body);
        context.frame(new Div(), new Div());
    }

    private List<String> sections() {
        List<String> sections = new ArrayList<>();
        if (context.scope().may(AccountSecurity.ASSIST)) {
            sections.add("people");
        }
        if (context.scope().may(AccountSecurity.SERVICES)) {
            sections.add("services");
        }
        return sections;
    }

    @Override
    public void show(Place place) {
        List<String> sections = sections();
        String section = place.segment(1).orElse(sections.isEmpty() ? "" : sections.get(0));
        tabs.removeAll();
        sections.forEach(key -> tabs.add(tab(key, key.equals(section))));
        body.removeAll();
        if (!sections.contains(section)) {
            body.add(Vacant.page(words.get("missing.title"), words.get("missing.words")));
            return;
        }
        context.crumb(words.get("section." + section));
        String chosen = place.segment(2).orElse("");
        body.add(
                section.equals("people")
                        ? new PeopleSection(access, context, words).section(chosen)
                        : new ServiceSection(access, context, words).section(chosen));
    }

    private Component tab(String key, boolean on) {
        HtmlContainer tab = Shape.tag("a", on ? "on" : "");
        tab.setText(words.get("section." + key));
        tab.getElement()
                .setAttribute("href", "access/" + key)
                .setAttribute("router-link", true)
                .setAttribute("data-testid", "tab-" + key);
        return tab;
    }
}
