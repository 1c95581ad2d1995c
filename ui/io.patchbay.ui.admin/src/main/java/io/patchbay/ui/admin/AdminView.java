// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.access.Permissions;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.FollowsAddress;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /admin/SECTION/THING}: people, units, queues, skills, codes. */
final class AdminView extends Div implements FollowsAddress {
    private final Settings settings;
    private final ViewContext context;
    private final Words words;
    private final HtmlContainer tabs = Shape.tag("nav", "tabs adtabs");
    private final Div body = new Div();

    AdminView(Settings settings, ViewContext context) {
        this.settings = settings;
        this.context = context;
        words = Words.of(AdminView.class, context.locale());
        addClassNames("view", "adw");
        tabs.getElement().setAttribute("aria-label", words.get("title"));
        body.getStyle().set("min-height", "0");
        add(tabs, body);
        context.frame(new Div(), new Div());
    }

    private List<String> sections() {
        List<String> sections = new ArrayList<>();
        if (context.scope().may(Permissions.PEOPLE)) {
            sections.addAll(List.of("people", "units"));
        }
        if (context.scope().may(Permissions.ROUTING)) {
            sections.addAll(List.of("queues", "skills", "dispositions", "reasons"));
        }
        return sections;
    }

    @Override
    public void show(Place place) {
        List<String> sections = sections();
        String section = place.segment(1).orElse(sections.get(0));
        tabs.removeAll();
        sections.forEach(key -> tabs.add(tab(key, key.equals(section))));
        body.removeAll();
        if (!sections.contains(section)) {
            body.add(Vacant.page(words.get("missing.title"), words.get("missing.words")));
            return;
        }
        context.crumb(words.get("section." + section));
        body.add(open(section, place.segment(2)));
    }

    private Component tab(String key, boolean on) {
        var tab = Shape.tag("a", on ? "on" : "");
        tab.setText(words.get("section." + key));
        tab.getElement()
                .setAttribute("href", "admin/" + key)
                .setAttribute("router-link", true)
                .setAttribute("data-testid", "tab-" + key);
        return tab;
    }

    private Component open(String section, Optional<String> thing) {
        return switch (section) {
            case "people" -> new PeopleSection(settings, context, words, thing).section();
            case "units" -> new UnitSection(settings, context, words, thing).section();
            case "queues" -> new QueueSection(settings, context, words, thing).section();
            case "skills" -> new SkillSection(settings, context, words, thing).section();
            case "dispositions" -> new CodeSection(
                            settings, context, words, thing, io.patchbay.api.queue.Code.Use.DISPOSITION)
                    .section();
            default -> new CodeSection(settings, context, words, thing, io.patchbay.api.queue.Code.Use.NOT_READY)
                    .section();
        };
    }
}
