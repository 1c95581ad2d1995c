// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The JSON body of a command, read field by field. What is missing or wrong is named with its place by an
 * {@link IllegalArgumentException}, which {@link CommandHandler#read} lets through. Immutable.
 */
public final class Fields {
    private final String where;
    private final Map<String, Object> body;

    private Fields(String where, Map<String, Object> body) {
        this.where = where;
        this.body = body;
    }

    /**
     * The fields of a whole body.
     *
     * @param body JSON values
     * @return its fields
     */
    public static Fields of(Map<String, Object> body) {
        return new Fields("", body);
    }

    /**
     * Whether a field is given.
     *
     * @param name the field
     * @return true unless it is absent or null
     */
    public boolean has(String name) {
        return body.get(name) != null;
    }

    /**
     * What is given.
     *
     * @return the names of the fields, in order
     */
    public Set<String> names() {
        return new TreeSet<>(body.keySet());
    }

    /**
     * A text that must be there.
     *
     * @param name the field
     * @return the text, not blank
     */
    public String text(String name) {
        return maybeText(name)
                .orElseThrow(() -> new IllegalArgumentException("the field " + path(name) + " is missing"));
    }

    /**
     * A text.
     *
     * @param name the field
     * @return the text, if it is there and not blank
     */
    public Optional<String> maybeText(String name) {
        return typed(name, String.class, "text").filter(text -> !text.isBlank());
    }

    /**
     * A value as it stands.
     *
     * @param name the field
     * @return the value, if it is there
     */
    public Optional<Object> value(String name) {
        return Optional.ofNullable(body.get(name));
    }

    /**
     * A whole number that must be there.
     *
     * @param name the field
     * @return the number
     */
    public long number(String name) {
        if (!has(name)) {
            throw new IllegalArgumentException("the field " + path(name) + " is missing");
        }
        Number number = typed(name, Number.class, "a whole number").orElseThrow();
        if (number.doubleValue() != number.longValue()) {
            throw wrong(name, "a whole number", number);
        }
        return number.longValue();
    }

    /**
     * A whole number.
     *
     * @param name the field
     * @param otherwise if it is absent
     * @return the number
     */
    public int number(String name, int otherwise) {
        Number number = typed(name, Number.class, "a whole number").orElse(otherwise);
        if (number.doubleValue() != number.intValue()) {
            throw wrong(name, "a whole number", number);
        }
        return number.intValue();
    }

    /**
     * A yes or no.
     *
     * @param name the field
     * @param otherwise if it is absent
     * @return the flag
     */
    public boolean flag(String name, boolean otherwise) {
        return typed(name, Boolean.class, "true or false").orElse(otherwise);
    }

    /**
     * One of an enumeration, in any case.
     *
     * @param type the enumeration
     * @param name the field
     * @param otherwise if it is absent
     * @param <T> the enumeration
     * @return the choice
     */
    public <T extends Enum<T>> T choice(Class<T> type, String name, T otherwise) {
        return maybeText(name)
                .map(text -> {
                    for (T choice : type.getEnumConstants()) {
                        if (choice.name().equals(text.toUpperCase(Locale.ROOT))) {
                            return choice;
                        }
                    }
                    throw new IllegalArgumentException("the field " + path(name) + " is \"" + text
                            + "\", which is none of " + List.of(type.getEnumConstants()));
                })
                .orElse(otherwise);
    }

    /**
     * A moment in ISO-8601.
     *
     * @param name the field
     * @return the moment, if it is there
     */
    public Optional<Instant> instant(String name) {
        return parsed(name, Instant::parse, "a moment such as 2026-12-01T00:00:00Z");
    }

    /**
     * A day in ISO-8601.
     *
     * @param name the field
     * @return the day, if it is there
     */
    public Optional<LocalDate> date(String name) {
        return parsed(name, LocalDate::parse, "a day such as 2026-12-01");
    }

    /**
     * A text that stands for something.
     *
     * @param name the field
     * @param parse reads the text; may throw {@link DateTimeException} or {@link IllegalArgumentException}
     * @param form how the text must look, for the error
     * @param <T> what it stands for
     * @return what it says, if it is there
     */
    public <T> Optional<T> parsed(String name, Function<String, T> parse, String form) {
        return maybeText(name).map(text -> {
            try {
                return parse.apply(text);
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "the field " + path(name) + " must be " + form + " but is \"" + text + "\"", e);
            }
        });
    }

    /**
     * A list of texts.
     *
     * @param name the field
     * @return the texts in order; none if it is absent
     */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object one : list(name)) {
            if (!(one instanceof String text)) {
                throw wrong(name, "a list of texts", one);
            }
            texts.add(text);
        }
        return texts;
    }

    /**
     * A list of objects.
     *
     * @param name the field
     * @return the fields of each, which know their place; none if it is absent
     */
    public List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (Object one : list(name)) {
            objects.add(inner(name, "[" + objects.size() + "].", one));
        }
        return objects;
    }

    /**
     * An object.
     *
     * @param name the field
     * @return its fields; without any if it is absent
     */
    public Fields object(String name) {
        return inner(name, ".", body.getOrDefault(name, Map.of()));
    }

    /**
     * An object of whole numbers.
     *
     * @param name the field
     * @param id reads each name
     * @param <T> what the names stand for
     * @return the numbers; none if it is absent
     */
    public <T> Map<T, Integer> counts(String name, Function<String, T> id) {
        Fields object = object(name);
        Map<T, Integer> counts = new TreeMap<>();
        object.body.keySet().forEach(key -> counts.put(id.apply(key), object.number(key, 0)));
        return counts;
    }

    /**
     * Refuses what nobody would read.
     *
     * @param known the names that mean something
     */
    public void only(String... known) {
        for (String name : body.keySet()) {
            if (!List.of(known).contains(name)) {
                throw new IllegalArgumentException(
                        "the field " + path(name) + " is none of " + String.join(", ", known));
            }
        }
    }

    private Fields inner(String name, String then, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(name, "an object", value);
        }
        Map<String, Object> fields = new TreeMap<>();
        map.forEach((key, field) -> fields.put(String.valueOf(key), field));
        return new Fields(where + name + then, fields);
    }

    private List<?> list(String name) {
        return typed(name, List.class, "a list").orElse(List.of());
    }

    private <T> Optional<T> typed(String name, Class<T> type, String form) {
        Object value = body.get(name);
        if (value != null && !type.isInstance(value)) {
            throw wrong(name, form, value);
        }
        return Optional.ofNullable(value).map(type::cast);
    }

    private IllegalArgumentException wrong(String name, String form, Object value) {
        return new IllegalArgumentException("the field " + path(name) + " must be " + form + " but is " + value);
    }

    private String path(String name) {
        return "\"" + where + name + "\"";
    }
}
