// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.book;

import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.RoleId;
import io.patchbay.api.id.UnitId;
import io.patchbay.settings.api.Dictionary;
import io.patchbay.settings.api.HolidayPack;
import io.patchbay.settings.api.ParameterValues;
import io.patchbay.settings.api.RoleMenu;
import io.patchbay.settings.api.RuleCalendar;
import io.patchbay.settings.api.SettingCommand;
import io.patchbay.settings.api.SettingKind;
import io.patchbay.settings.api.Span;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** From JSON fields to settings; the other way is their {@code content()}. */
public final class Contents {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final String AT_QUEUE = "queue:";

    private Contents() {}

    /** The saving command of a kind. */
    public static SettingCommand.Save save(SettingKind kind, String id, Map<String, Object> content) {
        return switch (kind) {
            case PARAMETER -> new SettingCommand.SaveParameter(parameter(id, content));
            case DICTIONARY -> new SettingCommand.SaveDictionary(dictionary(id, content));
            case MENU -> new SettingCommand.SaveMenu(menu(id, content));
            case CALENDAR -> new SettingCommand.SaveCalendar(calendar(id, content));
            case HOLIDAYS -> new SettingCommand.SaveHolidays(holidays(id, content));
        };
    }

    /** Values of a parameter at the place that the id names. */
    public static ParameterValues parameter(String id, Map<String, Object> content) {
        Fields fields = Fields.of(content);
        fields.only("value", "dated");
        int at = id.indexOf('@');
        String key = at < 0 ? id : id.substring(0, at);
        String place = at < 0 ? "" : id.substring(at + 1);
        List<ParameterValues.Dated> dated = fields.items("dated").stream()
                .map(one -> new ParameterValues.Dated(
                        one.instant("from").orElseThrow(() -> missing("from")),
                        one.instant("until").orElseThrow(() -> missing("until")),
                        one.value("value").orElseThrow(() -> missing("value"))))
                .sorted(Comparator.comparing(ParameterValues.Dated::from))
                .toList();
        return new ParameterValues(key, place(place), fields.value("value"), dated);
    }

    private static ParameterValues.Place place(String text) {
        if (text.isEmpty()) {
            return ParameterValues.Place.INSTALLATION;
        }
        return text.startsWith(AT_QUEUE)
                ? new ParameterValues.Place(
                        Optional.empty(), Optional.of(new QueueId(text.substring(AT_QUEUE.length()))))
                : new ParameterValues.Place(Optional.of(new UnitId(text)), Optional.empty());
    }

    /** A dictionary. */
    public static Dictionary dictionary(String id, Map<String, Object> content) {
        Fields fields = Fields.of(content);
        fields.only("english", "chinese", "codes");
        List<Dictionary.Entry> codes = fields.items("codes").stream()
                .map(one -> new Dictionary.Entry(
                        one.text("code"),
                        one.maybe("parent"),
                        one.text("english"),
                        one.text("chinese"),
                        one.instant("from"),
                        one.instant("until")))
                .toList();
        return new Dictionary(name(id), fields.text("english"), fields.text("chinese"), codes);
    }

    /** A menu. */
    public static RoleMenu menu(String id, Map<String, Object> content) {
        Fields fields = Fields.of(content);
        fields.only("rail", "hidden", "panels", "hiddenPanels");
        return new RoleMenu(
                new RoleId(id),
                fields.texts("rail"),
                fields.texts("hidden"),
                fields.texts("panels"),
                fields.texts("hiddenPanels"));
    }

    /** A calendar. */
    public static RuleCalendar calendar(String id, Map<String, Object> content) {
        Fields fields = Fields.of(content);
        fields.only("english", "chinese", "zone", "hours", "holidays", "special");
        List<RuleCalendar.SpecialDay> special = fields.items("special").stream()
                .map(one -> new RuleCalendar.SpecialDay(
                        one.date("date").orElseThrow(() -> missing("date")),
                        spans(one.texts("open")),
                        one.text("english"),
                        one.text("chinese")))
                .sorted(Comparator.comparing(RuleCalendar.SpecialDay::date))
                .toList();
        return new RuleCalendar(
                name(id),
                fields.text("english"),
                fields.text("chinese"),
                fields.parsed("zone", ZoneId::of, "a time zone such as Asia/Shanghai")
                        .orElse(ZoneId.of("Asia/Shanghai")),
                fields.items("hours").stream().map(Contents::hours).toList(),
                fields.texts("holidays"),
                special);
    }

    private static RuleCalendar.Hours hours(Fields set) {
        Map<DayOfWeek, List<Span>> weekdays = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Span> spans = spans(set.texts(day.name()));
            if (!spans.isEmpty()) {
                weekdays.put(day, spans);
            }
        }
        return new RuleCalendar.Hours(set.date("from"), set.date("until"), weekdays);
    }

    private static List<Span> spans(List<String> texts) {
        return texts.stream()
                .map(Span::parse)
                .sorted(Comparator.comparingInt(Span::fromMinute))
                .toList();
    }

    /** A pack of holidays. */
    public static HolidayPack holidays(String id, Map<String, Object> content) {
        Fields fields = Fields.of(content);
        fields.only("english", "chinese", "source", "days");
        List<HolidayPack.Day> days = fields.items("days").stream()
                .map(one -> new HolidayPack.Day(
                        one.date("date").orElseThrow(() -> missing("date")),
                        one.parsed("worksAs", DayOfWeek::valueOf, "a weekday such as MONDAY"),
                        one.text("english"),
                        one.text("chinese")))
                .sorted(Comparator.comparing(HolidayPack.Day::date))
                .toList();
        return new HolidayPack(
                name(id),
                fields.text("english"),
                fields.text("chinese"),
                fields.maybe("source").orElse(""),
                days);
    }

    private static String name(String id) {
        if (!NAME.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "the name must be 1 to 64 lower-case letters, digits, dots, - and _ but is \"" + id + "\"");
        }
        return id;
    }

    private static IllegalArgumentException missing(String name) {
        return new IllegalArgumentException("the field \"" + name + "\" is missing");
    }
}
