// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.config;

import io.patchbay.api.command.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One key of a configuration.
 *
 * @param key its name
 * @param kind what its value is
 * @param list whether several values stand there, with commas between
 * @param mandatory whether it must be given
 * @param options the only values allowed; empty for any
 * @param bounds what else is wrong with a value, in English words; empty if nothing
 */
record Setting(
        String key,
        Kind kind,
        boolean list,
        boolean mandatory,
        List<String> options,
        Function<String, Optional<String>> bounds) {

    /** What a value is. */
    enum Kind {
        TEXT,
        SECRET,
        WHOLE,
        FRACTION,
        FLAG
    }

    Optional<Problem> problem(String value) {
        for (String part : list ? List.of(parts(value)) : List.of(value)) {
            Optional<Problem> problem =
                    kindProblem(part).or(() -> optionProblem(part)).or(() -> boundsProblem(part));
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    Object typed(String value) {
        return list ? parts(value) : value;
    }

    private static String[] parts(String value) {
        return value.isBlank() ? new String[0] : value.strip().split("\\s*,\\s*", -1);
    }

    private Optional<Problem> kindProblem(String value) {
        return switch (kind) {
            case WHOLE -> value.matches("[+-]?[0-9]{1,18}")
                    ? Optional.empty()
                    : Optional.of(new Problem("config-number", "must be a whole number", "必须是整数"));
            case FRACTION -> value.matches("[+-]?[0-9]{1,18}([.][0-9]{1,18})?")
                    ? Optional.empty()
                    : Optional.of(new Problem("config-number", "must be a number", "必须是数字"));
            case FLAG -> value.equals("true") || value.equals("false")
                    ? Optional.empty()
                    : Optional.of(new Problem("config-flag", "must be true or false", "必须是 true 或 false"));
            case TEXT, SECRET -> Optional.empty();
        };
    }

    private Optional<Problem> optionProblem(String value) {
        return options.isEmpty() || options.contains(value)
                ? Optional.empty()
                : Optional.of(
                        Problem.of("config-option", "must be one of {0}", "必须是以下之一：{0}", String.join(", ", options)));
    }

    private Optional<Problem> boundsProblem(String value) {
        return bounds.apply(value)
                .map(words -> Problem.of("config-bounds", "is out of bounds: {0}", "超出允许范围：{0}", words));
    }
}
