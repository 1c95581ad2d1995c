// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A command's JSON body, read field by field; what is missing or wrong is named. */
public final class Body {
    private final Map<String, Object> fields;

    /**
     * A body.
     *
     * @param fields JSON values
     */
    public Body(Map<String, Object> fields) {
        this.fields = fields;
    }

    /**
     * A text that must be there.
     *
     * @param name the field
     * @return the text
     */
    public String text(String name) {
        return maybe(name).orElseThrow(() -> new IllegalArgumentException("the field \"" + name + "\" is missing"));
    }

    /**
     * A text.
     *
     * @param name the field
     * @return the text, if it is there and not empty
     */
    public Optional<String> maybe(String name) {
        return typed(name, String.class).filter(text -> !text.isEmpty());
    }

    /**
     * A flag.
     *
     * @param name the field
     * @param otherwise if it is missing
     * @return the flag
     */
    public boolean flag(String name, boolean otherwise) {
        return typed(name, Boolean.class).orElse(otherwise);
    }

    /**
     * A list of texts.
     *
     * @param name the field
     * @return the texts; none if it is missing
     */
    public List<String> texts(String name) {
        List<?> values = typed(name, List.class).orElse(List.of());
        return values.stream().map(value -> cast(name, value, String.class)).toList();
    }

    /**
     * A moment in ISO-8601.
     *
     * @param name the field
     * @return the moment, if it is there
     */
    public Optional<Instant> moment(String name) {
        return maybe(name).map(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        "the field \"" + name + "\" must be a moment such as 2027-01-31T00:00:00Z but is " + text, e);
            }
        });
    }

    private <T> Optional<T> typed(String name, Class<T> type) {
        Object value = fields.get(name);
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
