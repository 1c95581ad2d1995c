// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.config;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** JSON values in the one form that can be compared: numbers are {@code Long}, maps are sorted. */
final class Plain {
    private Plain() {}

    static Map<String, Map<String, Object>> items(Map<String, ? extends Map<String, Object>> items) {
        Map<String, Map<String, Object>> plain = new TreeMap<>();
        items.forEach((id, fields) -> plain.put(id, fields(fields)));
        return plain;
    }

    static Map<String, Object> fields(Map<String, Object> fields) {
        Map<String, Object> plain = new TreeMap<>();
        fields.forEach((name, value) -> plain.put(name, value(value)));
        return plain;
    }

    private static Object value(Object value) {
        if (value instanceof Integer number) {
            return number.longValue();
        } else if (value instanceof List<?> list) {
            return list.stream().map(Plain::value).toList();
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new TreeMap<>();
            map.forEach((name, one) -> plain.put(String.valueOf(name), value(one)));
            return plain;
        }
        return value;
    }
}
