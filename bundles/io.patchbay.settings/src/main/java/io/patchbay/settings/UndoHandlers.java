// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings;

import io.patchbay.settings.api.SettingCommand;
import io.patchbay.settings.api.SettingKind;
import io.patchbay.spi.command.CommandHandler;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The handlers that undo the last change of a setting, one a kind. */
final class UndoHandlers {
    private UndoHandlers() {}

    /** {@code parameter.undo}. */
    @Component(service = CommandHandler.class)
    public static final class Parameter extends SettingHandler<SettingCommand.UndoParameter> {
        @Activate
        public Parameter(@Reference SettingsComponent settings) {
            super(
                    SettingCommand.UndoParameter.class,
                    SettingKind.PARAMETER,
                    "undo",
                    (id, content) -> new SettingCommand.UndoParameter(id),
                    settings);
        }
    }

    /** {@code dictionary.undo}. */
    @Component(service = CommandHandler.class)
    public static final class Dictionary extends SettingHandler<SettingCommand.UndoDictionary> {
        @Activate
        public Dictionary(@Reference SettingsComponent settings) {
            super(
                    SettingCommand.UndoDictionary.class,
                    SettingKind.DICTIONARY,
                    "undo",
                    (id, content) -> new SettingCommand.UndoDictionary(id),
                    settings);
        }
    }

    /** {@code menu.undo}. */
    @Component(service = CommandHandler.class)
    public static final class Menu extends SettingHandler<SettingCommand.UndoMenu> {
        @Activate
        public Menu(@Reference SettingsComponent settings) {
            super(
                    SettingCommand.UndoMenu.class,
                    SettingKind.MENU,
                    "undo",
                    (id, content) -> new SettingCommand.UndoMenu(id),
                    settings);
        }
    }

    /** {@code calendar.undo}. */
    @Component(service = CommandHandler.class)
    public static final class Calendar extends SettingHandler<SettingCommand.UndoCalendar> {
        @Activate
        public Calendar(@Reference SettingsComponent settings) {
            super(
                    SettingCommand.UndoCalendar.class,
                    SettingKind.CALENDAR,
                    "undo",
                    (id, content) -> new SettingCommand.UndoCalendar(id),
                    settings);
        }
    }

    /** {@code holidays.undo}. */
    @Component(service = CommandHandler.class)
    public static final class Holidays extends SettingHandler<SettingCommand.UndoHolidays> {
        @Activate
        public Holidays(@Reference SettingsComponent settings) {
            super(
                    SettingCommand.UndoHolidays.class,
                    SettingKind.HOLIDAYS,
                    "undo",
                    (id, content) -> new SettingCommand.UndoHolidays(id),
                    settings);
        }
    }
}
