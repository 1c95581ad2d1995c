// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.command;

import io.patchbay.api.id.InteractionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A command's JSON body, read field by field; what is missing or wrong is named. */
final class Fields {
    private final Map<String, Object> body;

    Fields(Map<String, Object> body) {
        this.body = body;
    }

    String text(String name) {
        return maybeText(name).orElseThrow(() -> new IllegalArgumentException("the field \"" + name + "\" is missing"));
    }

    Optional<String> maybeText(String name) {
        Object value = body.get(name);
        if (value != null && !(value instanceof String)) {
            throw new IllegalArgumentException("the field \"" + name + "\" must be text but is " + value);
        }
        return Optional.ofNullable((String) value).filter(text -> !text.isEmpty());
    }

    long number(String name) {
        if (body.get(name) instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalArgumentException("the field \"" + name + "\" must be a number but is " + body.get(name));
    }

    /** The objects of a list; none if it is absent. */
    List<Fields> objects(String name) {
        Object value = body.getOrDefault(name, List.of());
        if (!(value instanceof List<?> list)) {
            throw new IllegalArgumentException("the field \"" + name + "\" must be a list but is " + value);
        }
        List<Fields> objects = new ArrayList<>();
        for (Object one : list) {
            if (!(one instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException("the field \"" + name + "\" must hold objects but holds " + one);
            }
            Map<String, Object> fields = new HashMap<>();
            map.forEach((key, field) -> fields.put(String.valueOf(key), field));
            objects.add(new Fields(fields));
        }
        return objects;
    }

    InteractionId interaction() {
        return InteractionId.parse(text("interaction"));
    }
}
