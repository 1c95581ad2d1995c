// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.patchbay.api.content.Confidential;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON in the one form that can be hashed (RFC 8785) for what journal lines hold: text, whole numbers within ±2^53,
 * booleans, lists and maps. Sealed content is <code>{"sealed":"64 hex digits"}</code> both ways.
 */
public final class CanonicalJson {
    private static final long LARGEST = 1L << 53;
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String HEX = "0123456789abcdef";

    private CanonicalJson() {}

    /**
     * Writes a value.
     *
     * @param value text, {@code Integer}, {@code Long}, {@code Boolean}, list, map with text keys, or
     *     {@link Confidential.Sealed}
     * @return canonical text
     * @throws IllegalArgumentException naming the value if it is anything else
     */
    public static String write(Object value) {
        StringBuilder out = new StringBuilder(256);
        value(out, value);
        return out.toString();
    }

    private static void value(StringBuilder out, Object value) {
        if (value instanceof String text) {
            text(out, text);
        } else if (value instanceof Integer || value instanceof Long) {
            number(out, ((Number) value).longValue());
        } else if (value instanceof Boolean flag) {
            out.append(flag.booleanValue());
        } else if (value instanceof Map<?, ?> map) {
            map(out, map);
        } else if (value instanceof List<?> list) {
            list(out, list);
        } else if (value instanceof Confidential.Sealed sealed) {
            out.append("{\"sealed\":\"").append(sealed.sha256()).append("\"}");
        } else {
            throw new IllegalArgumentException("not a value of a journal line: " + value);
        }
    }

    private static void number(StringBuilder out, long number) {
        if (number > LARGEST || number < -LARGEST) {
            throw new IllegalArgumentException("number outside ±2^53: " + number);
        }
        out.append(number);
    }

    /** {@code String.compareTo} orders by UTF-16 code units, as RFC 8785, 3.2.3 wants. */
    private static void map(StringBuilder out, Map<?, ?> map) {
        char before = '{';
        for (Map.Entry<?, ?> entry : new TreeMap<>(map).entrySet()) {
            out.append(before);
            text(out, (String) entry.getKey());
            out.append(':');
            value(out, entry.getValue());
            before = ',';
        }
        out.append(before == '{' ? "{}" : "}");
    }

    private static void list(StringBuilder out, List<?> list) {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            value(out, list.get(i));
        }
        out.append(']');
    }

    private static void text(StringBuilder out, String text) {
        out.append('"');
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                out.append(text, plain, i);
                escape(out, c);
                plain = i + 1;
            } else if (Character.isSurrogate(c)) {
                i = pair(text, i);
            }
        }
        out.append(text, plain, text.length()).append('"');
    }

    private static int pair(String text, int at) {
        boolean whole = Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
        if (!whole) {
            throw new IllegalArgumentException("half a character at " + at + " of a text (RFC 8785, 3.2.2.2)");
        }
        return at + 1;
    }

    private static void escape(StringBuilder out, char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        }
    }

    /**
     * Reads an object.
     *
     * @param json a journal line's body or a command's result
     * @return its fields in the order of the text; whole numbers are {@code Integer} or {@code Long}, sealed content is
     *     {@link Confidential.Sealed}
     * @throws IllegalArgumentException if it is not a JSON object, or holds nulls or fractions
     */
    public static Map<String, Object> read(String json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("not a JSON object: " + json);
            }
            Map<String, Object> map = object(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("more than one JSON object: " + json);
            }
            return map;
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON: " + json, e);
        }
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            map.put(key, any(parser));
        }
        return map;
    }

    private static Object any(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> sealed(object(parser));
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw new IllegalArgumentException("not a value of a journal line: " + parser.getText());
        };
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(any(parser));
        }
        return list;
    }

    private static Object sealed(Map<String, Object> map) {
        return map.size() == 1 && map.get("sealed") instanceof String hash && hash.length() == 64
                ? new Confidential.Sealed(hash)
                : map;
    }
}
