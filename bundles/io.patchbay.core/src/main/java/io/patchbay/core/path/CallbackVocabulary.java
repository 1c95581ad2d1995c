// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words by which customers who write ask for a callback, such as {@code 回电 13812345678 15:30}.
 *
 * @param ask words that ask for it, or move it, perhaps followed by a number and a time
 * @param cancel words that take it back
 */
public record CallbackVocabulary(List<String> ask, List<String> cancel) {
    /** Where nobody set others. */
    public static final CallbackVocabulary USUAL =
            new CallbackVocabulary(List.of("回电", "CALLBACK"), List.of("取消回电", "CALLBACK OFF"));

    private static final Pattern REST = Pattern.compile(
            "(?<number>\\+?[0-9][0-9 -]{5,18}[0-9])?(?:(?:^|\\s+)(?<hour>[0-9]{1,2})[:：](?<minute>[0-5][0-9]))?");

    public CallbackVocabulary {
        ask = List.copyOf(ask);
        cancel = List.copyOf(cancel);
    }

    /** What he wants. */
    sealed interface Wish {
        record Ask(Optional<String> number, Optional<LocalTime> time) implements Wish {}

        record Cancel() implements Wish {}
    }

    /** What a message wants; empty if it is just a message. */
    Optional<Wish> read(String text) {
        String said = text.strip();
        if (cancel.stream().anyMatch(said::equalsIgnoreCase)) {
            return Optional.of(new Wish.Cancel());
        }
        String lower = said.toLowerCase(Locale.ROOT);
        return ask.stream()
                .filter(word -> lower.startsWith(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .flatMap(word -> asked(said.substring(word.length()).strip()));
    }

    private static Optional<Wish> asked(String rest) {
        Matcher parts = REST.matcher(rest);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<LocalTime> time = Optional.ofNullable(parts.group("hour"))
                .map(Integer::valueOf)
                .filter(hour -> hour < 24)
                .map(hour -> LocalTime.of(hour, Integer.parseInt(parts.group("minute"))));
        return parts.group("hour") != null && time.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wish.Ask(Optional.ofNullable(parts.group("number")), time));
    }

    /** The next time a clock shows it. */
    static Instant next(LocalTime time, ZonedDateTime now) {
        ZonedDateTime today = now.with(time);
        return (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
    }
}
