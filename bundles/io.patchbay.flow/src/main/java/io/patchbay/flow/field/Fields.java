// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of a command; what is wrong is named. */
public final class Fields {
    private final Map<String, Object> body;

    public Fields(Map<String, Object> body) {
        this.body = body;
    }

    public String text(String name) {
        return maybe(name)
                .orElseThrow(() -> new IllegalArgumentException("the field \"" + name + "\" must be given as text"));
    }

    /** Empty if it is missing or blank. */
    public Optional<String> maybe(String name) {
        Object value = body.get(name);
        if (value != null && !(value instanceof String)) {
            throw new IllegalArgumentException("the field \"" + name + "\" must be text but is " + value);
        }
        return Optional.ofNullable((String) value).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** 0 if it is missing. */
    public int number(String name) {
        Object value = body.getOrDefault(name, 0);
        if (value instanceof Integer || value instanceof Long) {
            return Math.toIntExact(((Number) value).longValue());
        }
        throw new IllegalArgumentException("the field \"" + name + "\" must be a whole number but is " + value);
    }

    /** False if it is missing. */
    public boolean flag(String name) {
        Object value = body.getOrDefault(name, false);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new IllegalArgumentException("the field \"" + name + "\" must be true or false but is " + value);
    }

    /** None if it is missing. */
    public <T> Set<T> set(String name, Function<String, T> reads) {
        if (!(body.getOrDefault(name, List.of()) instanceof List<?> values)) {
            throw new IllegalArgumentException("the field \"" + name + "\" must be a list");
        }
        return values.stream().map(value -> reads.apply(value.toString())).collect(Collectors.toSet());
    }

    /** One of an enum's lower-case names. */
    public static <E extends Enum<E>> E one(Class<E> type, String name, String value) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value)) {
                return constant;
            }
        }
        String all = java.util.Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw new IllegalArgumentException(name + " must be one of " + all + " but is \"" + value + "\"");
    }
}
