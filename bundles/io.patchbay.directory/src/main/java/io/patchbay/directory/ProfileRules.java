// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.people.Profile;
import io.patchbay.api.people.StaffTerm;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether what is kept about a member of staff is made of the organisation's words. */
final class ProfileRules {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}");
    private static final int LONGEST = 200;

    private final Snapshot now;

    ProfileRules(Snapshot now) {
        this.now = now;
    }

    Optional<Refused> against(Profile profile) {
        return unknown(StaffTerm.Kind.POST, profile.post().stream())
                .or(() -> unknown(StaffTerm.Kind.LEVEL, profile.level().stream()))
                .or(() -> unknown(StaffTerm.Kind.GROUP, profile.groups().stream()))
                .or(() -> unknown(StaffTerm.Kind.FIELD, profile.fields().keySet().stream()))
                .or(() -> missing(profile.fields()))
                .or(
                        () -> profile.fields().entrySet().stream()
                                .flatMap(field -> wrong(
                                        now.term(StaffTerm.Kind.FIELD, field.getKey())
                                                .orElseThrow(),
                                        field.getValue())
                                        .stream())
                                .findFirst());
    }

    private Optional<Refused> unknown(StaffTerm.Kind kind, Stream<String> ids) {
        return ids.filter(id -> now.term(kind, id).isEmpty())
                .findFirst()
                .map(id -> PeopleRules.refused(
                        Kind.INVALID,
                        "unknown-term",
                        "There is no {0} \"{1}\". Add it under Organisation first.",
                        "没有{0}“{1}”，请先在“组织”中添加。",
                        kind.wire(),
                        id));
    }

    private Optional<Refused> missing(Map<String, String> fields) {
        return now.terms().stream()
                .filter(term -> term.kind() == StaffTerm.Kind.FIELD
                        && term.required()
                        && fields.getOrDefault(term.id(), "").isBlank())
                .findFirst()
                .map(term -> PeopleRules.refused(
                        Kind.INVALID,
                        "field-missing",
                        "{0} must be filled in.",
                        "必须填写{1}。",
                        term.english(),
                        term.chinese()));
    }

    private static Optional<Refused> wrong(StaffTerm term, String value) {
        boolean right =
                switch (term.type()) {
                    case TEXT -> value.length() <= LONGEST;
                    case NUMBER -> NUMBER.matcher(value).matches();
                    case DATE -> day(value);
                    case CHOICE -> term.choices().contains(value);
                    case FLAG -> value.equals("true") || value.equals("false");
                };
        return right
                ? Optional.empty()
                : Optional.of(PeopleRules.refused(
                        Kind.INVALID,
                        "bad-field",
                        "{0} must be {2} but is \"{3}\".",
                        "{1}须为{4}，现为“{3}”。",
                        term.english(),
                        term.chinese(),
                        english(term),
                        value.length() > 40 ? value.substring(0, 40) + "…" : value,
                        chinese(term)));
    }

    private static boolean day(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeException e) {
            return false; // the caller says so in words
        }
    }

    private static String english(StaffTerm term) {
        return switch (term.type()) {
            case TEXT -> "a text of up to 200 characters";
            case NUMBER -> "a whole number of up to 15 digits";
            case DATE -> "a day such as 2026-11-22";
            case CHOICE -> "one of " + String.join(", ", term.choices());
            case FLAG -> "true or false";
        };
    }

    private static String chinese(StaffTerm term) {
        return switch (term.type()) {
            case TEXT -> "不超过 200 个字符的文本";
            case NUMBER -> "不超过 15 位的整数";
            case DATE -> "日期，如 2026-11-22";
            case CHOICE -> String.join("、", term.choices()) + " 之一";
            case FLAG -> "true 或 false";
        };
    }
}
