// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.api;

import io.patchbay.api.command.Command;
import java.util.Map;

/** What administrators change about parameters, dictionaries, menus and calendars. */
public sealed interface SettingCommand extends Command {
    /**
     * The kind of what is changed.
     *
     * @return the kind
     */
    SettingKind kind();

    /**
     * Which of its kind.
     *
     * @return the id
     */
    String id();

    /** Adds it or changes it as a whole. */
    sealed interface Save extends SettingCommand {
        /**
         * How it shall be.
         *
         * @return its fields, JSON values
         */
        Map<String, Object> content();
    }

    /**
     * {@code parameter.save}.
     *
     * @param values how it shall be
     */
    record SaveParameter(ParameterValues values) implements Save {
        @Override
        public SettingKind kind() {
            return SettingKind.PARAMETER;
        }

        @Override
        public String id() {
            return values.id();
        }

        @Override
        public Map<String, Object> content() {
            return values.content();
        }
    }

    /**
     * {@code dictionary.save}; a code that is in use must stay in it.
     *
     * @param dictionary how it shall be
     */
    record SaveDictionary(Dictionary dictionary) implements Save {
        @Override
        public SettingKind kind() {
            return SettingKind.DICTIONARY;
        }

        @Override
        public String id() {
            return dictionary.id();
        }

        @Override
        public Map<String, Object> content() {
            return dictionary.content();
        }
    }

    /**
     * {@code menu.save}.
     *
     * @param menu how it shall be
     */
    record SaveMenu(RoleMenu menu) implements Save {
        @Override
        public SettingKind kind() {
            return SettingKind.MENU;
        }

        @Override
        public String id() {
            return menu.role().value();
        }

        @Override
        public Map<String, Object> content() {
            return menu.content();
        }
    }

    /**
     * {@code calendar.save}.
     *
     * @param calendar how it shall be
     */
    record SaveCalendar(RuleCalendar calendar) implements Save {
        @Override
        public SettingKind kind() {
            return SettingKind.CALENDAR;
        }

        @Override
        public String id() {
            return calendar.id();
        }

        @Override
        public Map<String, Object> content() {
            return calendar.content();
        }
    }

    /**
     * {@code holidays.save}.
     *
     * @param pack how it shall be
     */
    record SaveHolidays(HolidayPack pack) implements Save {
        @Override
        public SettingKind kind() {
            return SettingKind.HOLIDAYS;
        }

        @Override
        public String id() {
            return pack.id();
        }

        @Override
        public Map<String, Object> content() {
            return pack.content();
        }
    }

    /** Takes it away. */
    sealed interface Remove extends SettingCommand {}

    /**
     * {@code parameter.remove}: the value is inherited then.
     *
     * @param id {@code KEY}, {@code KEY@UNIT} or {@code KEY@queue:QUEUE}
     */
    record RemoveParameter(String id) implements Remove {
        @Override
        public SettingKind kind() {
            return SettingKind.PARAMETER;
        }
    }

    /**
     * {@code dictionary.remove}; refused while a code of it is in use.
     *
     * @param id its name
     */
    record RemoveDictionary(String id) implements Remove {
        @Override
        public SettingKind kind() {
            return SettingKind.DICTIONARY;
        }
    }

    /**
     * {@code menu.remove}: everything is shown then, in the usual order.
     *
     * @param id the role
     */
    record RemoveMenu(String id) implements Remove {
        @Override
        public SettingKind kind() {
            return SettingKind.MENU;
        }
    }

    /**
     * {@code calendar.remove}.
     *
     * @param id its name
     */
    record RemoveCalendar(String id) implements Remove {
        @Override
        public SettingKind kind() {
            return SettingKind.CALENDAR;
        }
    }

    /**
     * {@code holidays.remove}; refused while a calendar names it.
     *
     * @param id its name
     */
    record RemoveHolidays(String id) implements Remove {
        @Override
        public SettingKind kind() {
            return SettingKind.HOLIDAYS;
        }
    }

    /** Makes it as it was before the last change, which is a change itself. */
    sealed interface Undo extends SettingCommand {}

    /**
     * {@code parameter.undo}.
     *
     * @param id which
     */
    record UndoParameter(String id) implements Undo {
        @Override
        public SettingKind kind() {
            return SettingKind.PARAMETER;
        }
    }

    /**
     * {@code dictionary.undo}.
     *
     * @param id which
     */
    record UndoDictionary(String id) implements Undo {
        @Override
        public SettingKind kind() {
            return SettingKind.DICTIONARY;
        }
    }

    /**
     * {@code menu.undo}.
     *
     * @param id which
     */
    record UndoMenu(String id) implements Undo {
        @Override
        public SettingKind kind() {
            return SettingKind.MENU;
        }
    }

    /**
     * {@code calendar.undo}.
     *
     * @param id which
     */
    record UndoCalendar(String id) implements Undo {
        @Override
        public SettingKind kind() {
            return SettingKind.CALENDAR;
        }
    }

    /**
     * {@code holidays.undo}.
     *
     * @param id which
     */
    record UndoHolidays(String id) implements Undo {
        @Override
        public SettingKind kind() {
            return SettingKind.HOLIDAYS;
        }
    }
}
