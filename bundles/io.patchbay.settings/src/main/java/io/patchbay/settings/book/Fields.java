// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.book;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** JSON fields of a setting, read one by one; what is missing or wrong is named with its place. */
final class Fields {
    private final String where;
    private final Map<String, Object> body;

    Fields(String where, Map<String, Object> body) {
        this.where = where;
        this.body = body;
    }

    /** Fields of the whole body. */
    static Fields of(Map<String, Object> body) {
        return new Fields("", body);
    }

    String text(String name) {
        return maybe(name).orElseThrow(() -> new IllegalArgumentException("the field " + path(name) + " is missing"));
    }

    Optional<String> maybe(String name) {
        Object value = body.get(name);
        if (value == null) {
            return Optional.empty();
        } else if (value instanceof String text) {
            return Optional.of(text).filter(one -> !one.isBlank());
        }
        throw new IllegalArgumentException("the field " + path(name) + " must be text but is " + value);
    }

    Optional<Object> value(String name) {
        return Optional.ofNullable(body.get(name));
    }

    Optional<Instant> instant(String name) {
        return parsed(name, Instant::parse, "a moment such as 2026-12-01T00:00:00Z");
    }

    Optional<LocalDate> date(String name) {
        return parsed(name, LocalDate::parse, "a day such as 2026-12-01");
    }

    <T> Optional<T> parsed(String name, Function<String, T> parse, String form) {
        return maybe(name).map(text -> {
            try {
                return parse.apply(text);
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "the field " + path(name) + " must be " + form + " but is \"" + text + "\"", e);
            }
        });
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object one : list(name)) {
            if (!(one instanceof String text)) {
                throw new IllegalArgumentException("the field " + path(name) + " must be a list of texts");
            }
            texts.add(text);
        }
        return texts;
    }

    @SuppressWarnings("unchecked") // keys of JSON objects are text
    List<Fields> items(String name) {
        List<Fields> items = new ArrayList<>();
        for (Object one : list(name)) {
            if (!(one instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException("the field " + path(name) + " must be a list of objects");
            }
            items.add(new Fields(path(name) + "[" + items.size() + "].", (Map<String, Object>) map));
        }
        return items;
    }

    private List<?> list(String name) {
        Object value = body.getOrDefault(name, List.of());
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("the field " + path(name) + " must be a list but is " + value);
    }

    /** Refuses what nobody would read. */
    void only(String... known) {
        for (String name : body.keySet()) {
            if (!List.of(known).contains(name)) {
                throw new IllegalArgumentException(
                        "the field " + path(name) + " is none of " + String.join(", ", known));
            }
        }
    }

    private String path(String name) {
        return "\"" + where.replace("\"", "") + name + "\"";
    }
}
