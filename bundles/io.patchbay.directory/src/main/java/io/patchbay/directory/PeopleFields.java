// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** A command's JSON body, read field by field; what is missing or wrong is named. */
final class PeopleFields {
    private final Map<String, Object> body;

    PeopleFields(Map<String, Object> body) {
        this.body = body;
    }

    String text(String name) {
        return maybeText(name).orElseThrow(() -> new IllegalArgumentException("the field \"" + name + "\" is missing"));
    }

    Optional<String> maybeText(String name) {
        return typed(name, String.class).filter(text -> !text.isEmpty());
    }

    boolean flag(String name, boolean otherwise) {
        return typed(name, Boolean.class).orElse(otherwise);
    }

    <T> Set<T> set(String name, Function<String, T> id) {
        Set<T> ids = new TreeSet<>();
        for (Object value : typed(name, List.class).orElse(List.of())) {
            ids.add(id.apply(cast(name, value, String.class)));
        }
        return ids;
    }

    <T> Map<T, Integer> counts(String name, Function<String, T> id) {
        Map<T, Integer> counts = new TreeMap<>();
        Map<?, ?> values = typed(name, Map.class).orElse(Map.of());
        values.forEach((key, value) -> counts.put(
                id.apply((String) key), cast(name, value, Number.class).intValue()));
        return counts;
    }

    private <T> Optional<T> typed(String name, Class<T> type) {
        Object value = body.get(name);
        return value == null ? Optional.empty() : Optional.of(cast(name, value, type));
    }

    private static <T> T cast(String name, Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("the field \"" + name + "\" must be "
                    + type.getSimpleName().toLowerCase(java.util.Locale.ROOT) + " but holds another kind of value");
        }
        return type.cast(value);
    }
}
