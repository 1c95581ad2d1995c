// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.settings;

import com.vaadin.flow.component.Component;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.people.People;
import io.patchbay.settings.api.Calendars;
import io.patchbay.settings.api.ConfigCommand;
import io.patchbay.settings.api.ConfigText;
import io.patchbay.settings.api.Dictionaries;
import io.patchbay.settings.api.Menus;
import io.patchbay.settings.api.ParameterBook;
import io.patchbay.settings.api.SettingHistory;
import io.patchbay.settings.api.SettingKind;
import io.patchbay.settings.api.StaffTable;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import io.patchbay.ui.kit.view.ViewContribution;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Brings the settings to the console. */
@org.osgi.service.component.annotations.Component(service = ViewContribution.class)
public final class SettingsContribution implements ViewContribution {
    private final SettingsServices services;
    private final List<ViewContribution> views = new CopyOnWriteArrayList<>();

    @Activate
    public SettingsContribution(
            @Reference ParameterBook parameters,
            @Reference Dictionaries dictionaries,
            @Reference Menus menus,
            @Reference Calendars calendars,
            @Reference SettingHistory history,
            @Reference ConfigText config,
            @Reference StaffTable staff,
            @Reference People people) {
        services = new SettingsServices(
                parameters, dictionaries, menus, calendars, history, config, staff, people, () -> List.copyOf(views));
    }

    /** The other views, for the menus; not this one, which may not ask for itself. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(!(component.name=io.patchbay.ui.settings.SettingsContribution))")
    public void addView(ViewContribution came) {
        views.add(came);
    }

    public void removeView(ViewContribution gone) {
        views.remove(gone);
    }

    @Override
    public String path() {
        return "settings";
    }

    @Override
    public String title(Locale locale) {
        return Words.of(SettingsContribution.class, locale).get("title");
    }

    @Override
    public String icon() {
        return "sliders";
    }

    @Override
    public int order() {
        return 920;
    }

    @Override
    public Set<String> permissions() {
        return Set.of(
                SettingKind.PARAMETER.permission(),
                SettingKind.DICTIONARY.permission(),
                SettingKind.MENU.permission(),
                SettingKind.CALENDAR.permission(),
                Permissions.PEOPLE,
                ConfigCommand.READ);
    }

    @Override
    public Component create(ViewContext context) {
        return new SettingsView(services, context);
    }
}
