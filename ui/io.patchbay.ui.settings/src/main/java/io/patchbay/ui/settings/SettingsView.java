// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.id.UnitId;
import io.patchbay.settings.api.ConfigCommand;
import io.patchbay.settings.api.SettingKind;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.FollowsAddress;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.ArrayList;
import java.util.List;

/** {@code /settings/SECTION/THING}. */
final class SettingsView extends Div implements FollowsAddress {
    private final SettingsServices services;
    private final ViewContext context;
    private final Words words;
    private final HtmlContainer tabs = Shape.tag("nav", "tabs adtabs");
    private final Div body = new Div();

    SettingsView(SettingsServices services, ViewContext context) {
        this.services = services;
        this.context = context;
        words = Words.of(SettingsView.class, context.locale());
        addClassNames("view", "adw");
        tabs.getElement().setAttribute("aria-label", words.get("title"));
        body.getStyle().set("min-height", "0");
        add(tabs, body);
        context.frame(new Div(), new Div());
    }

    private List<String> sections() {
        List<String> sections = new ArrayList<>();
        for (SettingKind kind : SettingKind.values()) {
            if (context.scope().may(kind.permission())) {
                sections.add(kind.wire());
            }
        }
        if (context.scope().may(Permissions.PEOPLE)) {
            sections.add("staff");
        }
        if (context.scope().may(ConfigCommand.READ, io.patchbay.api.access.Place.of(UnitId.ROOT))) {
            sections.add("config");
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
        body.add(open(section, place));
    }

    private Component tab(String key, boolean on) {
        var tab = Shape.tag("a", on ? "on" : "");
        tab.setText(words.get("section." + key));
        tab.getElement()
                .setAttribute("href", "settings/" + key)
                .setAttribute("router-link", true)
                .setAttribute("data-testid", "tab-" + key);
        return tab;
    }

    private Component open(String section, Place place) {
        String chosen = place.segment(2).orElse("");
        return switch (section) {
            case "parameter" -> new ParameterSection(services, context, words)
                    .section(chosen, place.value("at").orElse(""));
            case "dictionary" -> new DictionarySection(services, context, words).section(chosen);
            case "menu" -> new MenuSection(services, context, words).section(chosen);
            case "calendar" -> new CalendarSection(services, context, words).section(chosen);
            case "holidays" -> new HolidaySection(services, context, words).section(chosen);
            case "staff" -> new ConfigSection(services, context, words, true).section();
            default -> new ConfigSection(services, context, words, false).section();
        };
    }
}
