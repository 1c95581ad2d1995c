// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.book;

import io.patchbay.settings.api.Dictionary;
import io.patchbay.settings.api.HolidayPack;
import io.patchbay.settings.api.ParameterValues;
import io.patchbay.settings.api.Revision;
import io.patchbay.settings.api.RoleMenu;
import io.patchbay.settings.api.RuleCalendar;
import io.patchbay.settings.api.SettingKind;
import io.patchbay.settings.store.RevisionRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** All settings with their history, as they are at one moment; never changes. */
public final class Library {
    private final Map<SettingKind, NavigableMap<String, List<Revision>>> history = new EnumMap<>(SettingKind.class);
    private final Map<String, ParameterValues> parameters;
    private final Map<String, Dictionary> dictionaries;
    private final Map<String, RoleMenu> menus;
    private final Map<String, RuleCalendar> calendars;
    private final Map<String, HolidayPack> holidays;

    /** What was there from the beginning, and what was changed since, oldest first. */
    public Library(List<RevisionRow.Kept> beginning, List<RevisionRow.Kept> since) {
        for (SettingKind kind : SettingKind.values()) {
            history.put(kind, new TreeMap<>());
        }
        beginning.forEach(this::add);
        since.forEach(this::add);
        parameters = typed(SettingKind.PARAMETER, Contents::parameter);
        dictionaries = typed(SettingKind.DICTIONARY, Contents::dictionary);
        menus = typed(SettingKind.MENU, Contents::menu);
        calendars = typed(SettingKind.CALENDAR, Contents::calendar);
        holidays = typed(SettingKind.HOLIDAYS, Contents::holidays);
    }

    private void add(RevisionRow.Kept kept) {
        history.get(kept.kind())
                .computeIfAbsent(kept.id(), id -> new ArrayList<>())
                .add(kept.revision());
    }

    private <T> Map<String, T> typed(SettingKind kind, BiFunction<String, Map<String, Object>, T> reader) {
        Map<String, T> typed = new LinkedHashMap<>();
        contents(kind).forEach((id, content) -> typed.put(id, reader.apply(id, content)));
        return Collections.unmodifiableMap(typed);
    }

    /** All there are of a kind, by id. */
    public Map<String, Map<String, Object>> contents(SettingKind kind) {
        Map<String, Map<String, Object>> contents = new LinkedHashMap<>();
        history.get(kind).forEach((id, revisions) -> last(revisions).content().ifPresent(now -> contents.put(id, now)));
        return contents;
    }

    /** Oldest first. */
    List<Revision> history(SettingKind kind, String id) {
        return history.get(kind).getOrDefault(id, List.of());
    }

    Optional<Map<String, Object>> content(SettingKind kind, String id) {
        List<Revision> revisions = history(kind, id);
        return revisions.isEmpty() ? Optional.empty() : last(revisions).content();
    }

    private static Revision last(List<Revision> revisions) {
        return revisions.get(revisions.size() - 1);
    }

    public Map<String, ParameterValues> parameters() {
        return parameters;
    }

    public Map<String, Dictionary> dictionaries() {
        return dictionaries;
    }

    public Map<String, RoleMenu> menus() {
        return menus;
    }

    public Map<String, RuleCalendar> calendars() {
        return calendars;
    }

    public Map<String, HolidayPack> holidays() {
        return holidays;
    }
}
