// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.settings;

import io.patchbay.api.people.People;
import io.patchbay.settings.api.Calendars;
import io.patchbay.settings.api.ConfigText;
import io.patchbay.settings.api.Dictionaries;
import io.patchbay.settings.api.Menus;
import io.patchbay.settings.api.ParameterBook;
import io.patchbay.settings.api.SettingHistory;
import io.patchbay.settings.api.StaffTable;
import io.patchbay.ui.kit.view.ViewContribution;
import java.util.List;
import java.util.function.Supplier;

/** What the sections read. */
record SettingsServices(
        ParameterBook parameters,
        Dictionaries dictionaries,
        Menus menus,
        Calendars calendars,
        SettingHistory history,
        ConfigText config,
        StaffTable staff,
        People people,
        Supplier<List<ViewContribution>> views) {}
