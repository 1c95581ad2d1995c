// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/**
 * What a parameter's values are. Values travel as JSON values: text, whole numbers, booleans; a length is a number of
 * seconds, a time of day is {@code HH:mm}.
 */
public sealed interface ParameterKind {
    /**
     * Whether a value fits.
     *
     * @param value a JSON value
     * @return what fits, in words, if it does not; empty if it does
     */
    List<String> fault(Object value);

    /**
     * Text.
     *
     * @param most the longest, in characters, 1 to 4,000
     */
    record Text(int most) implements ParameterKind {
        @Override
        public List<String> fault(Object value) {
            boolean fits = value instanceof String text && text.length() <= most;
            return fits ? List.of() : List.of("text of up to " + most + " characters", "不超过 " + most + " 个字符的文字");
        }
    }

    /**
     * A whole number.
     *
     * @param least smallest that fits
     * @param most largest that fits
     * @param unit of the number, for example {@code %}; may be empty
     */
    record Count(long least, long most, String unit) implements ParameterKind {
        @Override
        public List<String> fault(Object value) {
            return whole(value, least, most)
                    ? List.of()
                    : List.of("a whole number from " + least + " to " + most, least + " 到 " + most + " 的整数");
        }
    }

    /** Yes or no. */
    record Flag() implements ParameterKind {
        @Override
        public List<String> fault(Object value) {
            return value instanceof Boolean ? List.of() : List.of("true or false", "true 或 false");
        }
    }

    /**
     * One of some.
     *
     * @param options keys with their words, {@code key → [english, chinese]}
     */
    record Choice(Map<String, List<String>> options) implements ParameterKind {
        public Choice {
            options = Map.copyOf(options);
        }

        @Override
        public List<String> fault(Object value) {
            String all = String.join(", ", options.keySet().stream().sorted().toList());
            return value instanceof String key && options.containsKey(key)
                    ? List.of()
                    : List.of("one of " + all, "以下之一：" + all);
        }
    }

    /**
     * A length of time, in whole seconds.
     *
     * @param least shortest
     * @param most longest
     */
    record Length(Duration least, Duration most) implements ParameterKind {
        @Override
        public List<String> fault(Object value) {
            return whole(value, least.toSeconds(), most.toSeconds())
                    ? List.of()
                    : List.of(
                            least.toSeconds() + " to " + most.toSeconds() + " seconds",
                            least.toSeconds() + " 到 " + most.toSeconds() + " 秒");
        }
    }

    /** A time of day, in the zone of the unit that reads it. */
    record TimeOfDay() implements ParameterKind {
        @Override
        public List<String> fault(Object value) {
            return value instanceof String text && time(text)
                    ? List.of()
                    : List.of("a time such as 08:30", "形如 08:30 的时间");
        }

        private static boolean time(String text) {
            try {
                return LocalTime.parse(text).toString().equals(text);
            } catch (DateTimeException e) {
                return false;
            }
        }
    }

    private static boolean whole(Object value, long least, long most) {
        return (value instanceof Integer || value instanceof Long)
                && ((Number) value).longValue() >= least
                && ((Number) value).longValue() <= most;
    }
}
