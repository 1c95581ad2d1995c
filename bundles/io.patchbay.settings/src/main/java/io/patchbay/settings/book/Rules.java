// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.book;

import io.patchbay.api.command.Problem;
import io.patchbay.api.settings.ParameterType;
import io.patchbay.settings.api.Dictionary;
import io.patchbay.settings.api.ParameterValues;
import io.patchbay.settings.api.SettingCommand;
import io.patchbay.settings.api.SettingKind;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold for settings; the answer names the thing, the value and what to do. */
final class Rules {
    private final Library library;
    private final Around around;

    Rules(Library library, Around around) {
        this.library = library;
        this.around = around;
    }

    Optional<Problem> against(SettingCommand.Save save) {
        if (save instanceof SettingCommand.SaveParameter parameter) {
            return parameter(parameter.values());
        } else if (save instanceof SettingCommand.SaveDictionary dictionary) {
            return dictionary(dictionary.dictionary());
        } else if (save instanceof SettingCommand.SaveMenu menu) {
            return around.roles().contains(menu.menu().role())
                    ? Optional.empty()
                    : no("unknown-role", "There is no role {0}. Make it first.", "没有角色 {0}，请先创建。", save.id());
        } else if (save instanceof SettingCommand.SaveCalendar calendar) {
            return new CalendarRules(library.holidays()).against(calendar.calendar());
        } else if (save instanceof SettingCommand.SaveHolidays holidays) {
            return CalendarRules.against(holidays.pack(), library.calendars(), library.holidays());
        }
        throw new AssertionError(save);
    }

    private Optional<Problem> parameter(ParameterValues values) {
        Optional<ParameterType> type = around.types().stream()
                .filter(one -> one.key().equals(values.key()))
                .findFirst();
        if (type.isEmpty()) {
            return no(
                    "unknown-parameter",
                    "There is no parameter {0}. Install the feature that reads it, or check the name.",
                    "没有参数 {0}。请安装使用它的功能，或检查名称。",
                    values.key());
        }
        return place(type.get(), values.place())
                .or(() -> fit(type.get(), values))
                .or(() -> overlap(values));
    }

    private Optional<Problem> place(ParameterType type, ParameterValues.Place place) {
        boolean small = (place.queue().isPresent() && type.reach() != ParameterType.Reach.QUEUE)
                || (place.unit().isPresent() && type.reach() == ParameterType.Reach.INSTALLATION);
        if (small) {
            return no(
                    "parameter-reach",
                    "{0} is not set for {1} but for the installation{2}.",
                    "{0} 不能为 {1} 单独设置，只能为全局设置{2}。",
                    type.key(),
                    place.suffix(),
                    type.reach() == ParameterType.Reach.UNIT ? " / unit" : "");
        } else if (place.unit().isPresent() && !around.unit(place.unit().get())) {
            return no(
                    "unknown-unit",
                    "There is no unit {0}.",
                    "没有机构 {0}。",
                    place.unit().get());
        }
        return Optional.empty();
    }

    private static Optional<Problem> fit(ParameterType type, ParameterValues values) {
        if (values.standing().isEmpty() && values.dated().isEmpty()) {
            return no("value-due", "{0} needs a value; remove it to inherit one.", "{0} 需要一个值；如需继承，请删除。", values.id());
        }
        List<Object> all = new java.util.ArrayList<>(values.standing().stream().toList());
        values.dated().forEach(one -> all.add(one.value()));
        return all.stream()
                .filter(value -> !type.kind().fault(value).isEmpty())
                .findFirst()
                .flatMap(value -> no(
                        "parameter-value",
                        "{0} ({1}) must be {3} but is \"{5}\".",
                        "{0}（{2}）应为{4}，现为“{5}”。",
                        type.key(),
                        type.words().english(),
                        type.words().chinese(),
                        type.kind().fault(value).get(0),
                        type.kind().fault(value).get(1),
                        String.valueOf(value)));
    }

    private static Optional<Problem> overlap(ParameterValues values) {
        for (int i = 1; i < values.dated().size(); i++) {
            ParameterValues.Dated before = values.dated().get(i - 1);
            ParameterValues.Dated after = values.dated().get(i);
            if (after.from().isBefore(before.until())) {
                return no(
                        "dates-overlap",
                        "{0} has two values from {1} to {2}. End the first one earlier.",
                        "{0} 在 {1} 至 {2} 有两个值，请提前结束前一个。",
                        values.id(),
                        after.from(),
                        earlier(before.until(), after.until()));
            }
        }
        return Optional.empty();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Optional<Problem> dictionary(Dictionary dictionary) {
        Set<String> seen = new HashSet<>();
        for (Dictionary.Entry entry : dictionary.codes()) {
            if (entry.parent().isPresent() && !seen.contains(entry.parent().get())) {
                return no(
                        "code-parent",
                        "The code {0} stands below {1}, which is not before it in {2}.",
                        "代码 {0} 的上级 {1} 在 {2} 中不在它之前。",
                        entry.code(),
                        entry.parent().get(),
                        dictionary.id());
            } else if (!seen.add(entry.code())) {
                return no(
                        "code-twice", "{1} has the code {0} twice.", "{1} 中代码 {0} 重复。", entry.code(), dictionary.id());
            }
        }
        return dropped(dictionary.id(), seen);
    }

    /** A code that somebody's rows name can be ended, not dropped. */
    private Optional<Problem> dropped(String id, Set<String> kept) {
        Set<String> before = library.dictionaries().containsKey(id)
                ? library.dictionaries().get(id).codes().stream()
                        .map(Dictionary.Entry::code)
                        .collect(Collectors.toSet())
                : Set.of();
        return before.stream()
                .filter(code -> !kept.contains(code) && around.uses(id, code))
                .sorted()
                .findFirst()
                .flatMap(code -> no(
                        "code-in-use",
                        "The code {0} of {1} is in use and cannot be removed. Give it an end instead.",
                        "{1} 的代码 {0} 正在使用，不能删除，请改为设置截止时间。",
                        code,
                        id));
    }

    Optional<Problem> against(SettingKind kind, String id) {
        if (library.content(kind, id).isEmpty()) {
            return no("unknown-" + kind.wire(), "There is no {0} {1}.", "没有 {0} {1}。", kind.wire(), id);
        } else if (kind == SettingKind.DICTIONARY) {
            return dropped(id, Set.of());
        } else if (kind == SettingKind.HOLIDAYS) {
            return library.calendars().values().stream()
                    .filter(calendar -> calendar.holidays().contains(id))
                    .findFirst()
                    .flatMap(calendar -> no(
                            "holidays-in-use",
                            "The calendar {1} has the holidays {0}. Take them out there first.",
                            "日历 {1} 正在使用节假日 {0}，请先在日历中去除。",
                            id,
                            calendar.id()));
        }
        return Optional.empty();
    }

    static Optional<Problem> no(String code, String english, String chinese, Object... values) {
        Object[] texts = java.util.Arrays.stream(values).map(String::valueOf).toArray();
        return Optional.of(Problem.of(code, english, chinese, texts));
    }
}
