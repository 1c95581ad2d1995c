// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings;

import io.patchbay.settings.api.SettingCommand;
import io.patchbay.settings.api.SettingKind;
import io.patchbay.spi.command.CommandHandler;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The handlers that take settings away, one a kind. */
final class RemoveHandlers {
    private RemoveHandlers() {}

    /** {@code parameter.remove}. */
    @Component(service = CommandHandler.class)
    public static final class Parameter extends SettingHandler<SettingCommand.RemoveParameter> {
        @Activate
        public Parameter(@Reference SettingsComponent settings) {
            super(
                    SettingCommand.RemoveParameter.class,
                    SettingKind.PARAMETER,
                    "remove",
                    (id, content) -> new SettingCommand.RemoveParameter(id),
                    settings);
        }
    }

    /** {@code dictionary.remove}. */
    @Component(service = CommandHandler.class)
    public static final class Dictionary extends SettingHandler<SettingCommand.RemoveDictionary> {
        @Activate
        public Dictionary(@Reference SettingsComponent settings) {
            super(
                    SettingCommand.RemoveDictionary.class,
                    SettingKind.DICTIONARY,
                    "remove",
                    (id, content) -> new SettingCommand.RemoveDictionary(id),
                    settings);
        }
    }

    /** {@code menu.remove}. */
    @Component(service = CommandHandler.class)
    public static final class Menu extends SettingHandler<SettingCommand.RemoveMenu> {
        @Activate
        public Menu(@Reference SettingsComponent settings) {
            super(
                    SettingCommand.RemoveMenu.class,
                    SettingKind.MENU,
                    "remove",
                    (id, content) -> new SettingCommand.RemoveMenu(id),
                    settings);
        }
    }

    /** {@code calendar.remove}. */
    @Component(service = CommandHandler.class)
    public static final class Calendar extends SettingHandler<SettingCommand.RemoveCalendar> {
        @Activate
        public Calendar(@Reference SettingsComponent settings) {
            super(
                    SettingCommand.RemoveCalendar.class,
                    SettingKind.CALENDAR,
                    "remove",
                    (id, content) -> new SettingCommand.RemoveCalendar(id),
                    settings);
        }
    }

    /** {@code holidays.remove}. */
    @Component(service = CommandHandler.class)
    public static final class Holidays extends SettingHandler<SettingCommand.RemoveHolidays> {
        @Activate
        public Holidays(@Reference SettingsComponent settings) {
            super(
                    SettingCommand.RemoveHolidays.class,
                    SettingKind.HOLIDAYS,
                    "remove",
                    (id, content) -> new SettingCommand.RemoveHolidays(id),
                    settings);
        }
    }
}
