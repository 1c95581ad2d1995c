// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace;

import java.util.HashMap;
import java.util.Map;

/** Fields of a command's JSON body; what is missing or wrong is named. */
record Given(Map<String, Object> body) {
    String text(String name) {
        if (body.get(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new IllegalArgumentException("the field \"" + name + "\" must be text but is " + body.get(name));
    }

    String text(String name, String otherwise) {
        return body.containsKey(name) ? String.valueOf(body.get(name)) : otherwise;
    }

    /** A map of texts; numbers and booleans are taken as text. */
    Map<String, String> texts(String name) {
        Object value = body.getOrDefault(name, Map.of());
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("the field \"" + name + "\" must be an object but is " + value);
        }
        Map<String, String> texts = new HashMap<>();
        map.forEach((key, field) -> texts.put(String.valueOf(key), String.valueOf(field)));
        return texts;
    }
}
