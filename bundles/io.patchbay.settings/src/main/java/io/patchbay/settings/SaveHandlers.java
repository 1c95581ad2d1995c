// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings;

import io.patchbay.settings.api.SettingCommand;
import io.patchbay.settings.api.SettingKind;
import io.patchbay.settings.book.Contents;
import io.patchbay.spi.command.CommandHandler;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The handlers that save settings, one a kind. */
final class SaveHandlers {
    private SaveHandlers() {}

    /** {@code parameter.save}. */
    @Component(service = CommandHandler.class)
    public static final class Parameter extends SettingHandler<SettingCommand.SaveParameter> {
        @Activate
        public Parameter(@Reference SettingsComponent settings) {
            super(
                    SettingCommand.SaveParameter.class,
                    SettingKind.PARAMETER,
                    "save",
                    (id, content) -> Contents.save(SettingKind.PARAMETER, id, content),
                    settings);
        }
    }

    /** {@code dictionary.save}. */
    @Component(service = CommandHandler.class)
    public static final class Dictionary extends SettingHandler<SettingCommand.SaveDictionary> {
        @Activate
        public Dictionary(@Reference SettingsComponent settings) {
            super(
                    SettingCommand.SaveDictionary.class,
                    SettingKind.DICTIONARY,
                    "save",
                    (id, content) -> Contents.save(SettingKind.DICTIONARY, id, content),
                    settings);
        }
    }

    /** {@code menu.save}. */
    @Component(service = CommandHandler.class)
    public static final class Menu extends SettingHandler<SettingCommand.SaveMenu> {
        @Activate
        public Menu(@Reference SettingsComponent settings) {
            super(
                    SettingCommand.SaveMenu.class,
                    SettingKind.MENU,
                    "save",
                    (id, content) -> Contents.save(SettingKind.MENU, id, content),
                    settings);
        }
    }

    /** {@code calendar.save}. */
    @Component(service = CommandHandler.class)
    public static final class Calendar extends SettingHandler<SettingCommand.SaveCalendar> {
        @Activate
        public Calendar(@Reference SettingsComponent settings) {
            super(
                    SettingCommand.SaveCalendar.class,
                    SettingKind.CALENDAR,
                    "save",
                    (id, content) -> Contents.save(SettingKind.CALENDAR, id, content),
                    settings);
        }
    }

    /** {@code holidays.save}. */
    @Component(service = CommandHandler.class)
    public static final class Holidays extends SettingHandler<SettingCommand.SaveHolidays> {
        @Activate
        public Holidays(@Reference SettingsComponent settings) {
            super(
                    SettingCommand.SaveHolidays.class,
                    SettingKind.HOLIDAYS,
                    "save",
                    (id, content) -> Contents.save(SettingKind.HOLIDAYS, id, content),
                    settings);
        }
    }
}
