// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.journal.JournalEntry;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** JSON as routes have it. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** The fields of a body that is a map, JSON text or empty. */
    static Map<String, Object> fields(Object body) {
        if (body == null || (body instanceof String blank && blank.isBlank())) {
            return Map.of();
        } else if (body instanceof Map<?, ?> map) {
            Map<String, Object> fields = new HashMap<>();
            map.forEach((key, value) -> fields.put(String.valueOf(key), value));
            return fields;
        }
        return parsed(
                body instanceof byte[] bytes
                        ? new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
                        : body.toString());
    }

    @SuppressWarnings("unchecked") // an object of JSON
    private static Map<String, Object> parsed(String text) {
        try {
            return MAPPER.readValue(text, Map.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "the body must be a JSON object, a map or empty: " + e.getOriginalMessage());
        }
    }

    /**
     * A line of the journal with its sealed content opened, {@code null} where it is erased, and the contact as it is.
     */
    static String line(
            JournalEntry entry,
            Optional<Map<String, Object>> contact,
            Function<Confidential, Optional<String>> opener) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("seq", entry.seq());
        line.put("at", entry.at().toString());
        line.put("type", entry.type());
        line.put("version", entry.version());
        entry.interaction().ifPresent(id -> line.put("interaction", id.toString()));
        line.put("actor", entry.actor());
        line.put("unit", entry.unit().value());
        Map<String, Object> body = new LinkedHashMap<>();
        entry.body()
                .forEach((name, value) -> body.put(
                        name,
                        value instanceof Confidential sealed
                                ? opener.apply(sealed).orElse(null)
                                : value));
        line.put("body", body);
        contact.ifPresent(fields -> line.put("contact", fields));
        try {
            return MAPPER.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("journal line " + entry.seq() + " cannot be written as JSON", e);
        }
    }
}
