// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** A command's JSON body, read field by field; what is missing or wrong is named. */
public final class PeopleFields {
    private final Map<String, Object> body;

    /** The fields of a body. */
    public PeopleFields(Map<String, Object> body) {
        this.body = body;
    }

    /** Whether a field is given. */
    public boolean has(String name) {
        return body.get(name) != null;
    }

    /** A text that must be there. */
    public String text(String name) {
        return maybeText(name).orElseThrow(() -> new IllegalArgumentException("the field \"" + name + "\" is missing"));
    }

    /** A text, if it is there and not empty. */
    public Optional<String> maybeText(String name) {
        return typed(name, String.class).filter(text -> !text.isEmpty());
    }

    /** A moment in ISO-8601, if it is there. */
    public Optional<Instant> maybeInstant(String name) {
        return maybeText(name).map(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        "the field \"" + name + "\" must be a moment such as 2026-11-22T08:00:00Z but is " + text, e);
            }
        });
    }

    /** A yes or no. */
    public boolean flag(String name, boolean otherwise) {
        return typed(name, Boolean.class).orElse(otherwise);
    }

    /** A whole number. */
    public int number(String name, int otherwise) {
        return typed(name, Number.class).map(Number::intValue).orElse(otherwise);
    }

    /** A list of texts as ids. */
    public <T> Set<T> set(String name, Function<String, T> id) {
        Set<T> ids = new TreeSet<>();
        texts(name).forEach(text -> ids.add(id.apply(text)));
        return ids;
    }

    /** A list of texts in their order. */
    public List<String> texts(String name) {
        return values(name).map(value -> cast(name, value, String.class)).toList();
    }

    /** A list of objects. */
    public List<PeopleFields> objects(String name) {
        return values(name).map(value -> new PeopleFields(object(name, value))).toList();
    }

    private Stream<Object> values(String name) {
        List<?> values = typed(name, List.class).orElse(List.of());
        return values.stream().map(Object.class::cast);
    }

    /** An object of texts. */
    public Map<String, String> words(String name) {
        Map<String, String> words = new TreeMap<>();
        typed(name, Map.class).ifPresent(given -> object(name, given)
                .forEach((key, value) -> words.put(key, cast(name, value, String.class))));
        return words;
    }

    /** An object of whole numbers. */
    public <T> Map<T, Integer> counts(String name, Function<String, T> id) {
        Map<T, Integer> counts = new TreeMap<>();
        typed(name, Map.class).ifPresent(given -> object(name, given)
                .forEach((key, value) -> counts.put(
                        id.apply(key), cast(name, value, Number.class).intValue())));
        return counts;
    }

    private static Map<String, Object> object(String name, Object value) {
        Map<String, Object> object = new TreeMap<>();
        Map<?, ?> given = cast(name, value, Map.class);
        given.forEach((key, inner) -> object.put(String.valueOf(key), inner));
        return object;
    }

    private <T> Optional<T> typed(String name, Class<T> type) {
        Object value = body.get(name);
        return value == null ? Optional.empty() : Optional.of(cast(name, value, type));
    }

    private static <T> T cast(String name, Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("the field \"" + name + "\" must be "
                    + type.getSimpleName().toLowerCase(Locale.ROOT) + " but holds another kind of value");
        }
        return type.cast(value);
    }
}
