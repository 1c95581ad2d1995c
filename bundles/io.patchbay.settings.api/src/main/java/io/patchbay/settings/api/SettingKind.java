// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.api;

import java.util.Locale;

/** The kinds of settings that have a history. */
public enum SettingKind {
    /** Values of parameters; the id is {@code KEY}, {@code KEY@UNIT} or {@code KEY@queue:QUEUE}. */
    PARAMETER("settings.edit", "parameter"),
    /** Dictionaries, by name. */
    DICTIONARY("dictionary.edit", "dictionary"),
    /** Menus, by role. */
    MENU("menu.edit", "role"),
    /** Calendars of rules, by name. */
    CALENDAR("calendar.edit", "calendar"),
    /** Packs of public holidays, by name. */
    HOLIDAYS("calendar.edit", "holidays");

    private final String permission;
    private final String idField;

    SettingKind(String permission, String idField) {
        this.permission = permission;
        this.idField = idField;
    }

    /**
     * Who may change them.
     *
     * @return a declared permission
     */
    public String permission() {
        return permission;
    }

    /**
     * The field of its commands that holds the id.
     *
     * @return for example {@code parameter}
     */
    public String idField() {
        return idField;
    }

    /**
     * The kind in names of commands and entries.
     *
     * @return lower-case name
     */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
