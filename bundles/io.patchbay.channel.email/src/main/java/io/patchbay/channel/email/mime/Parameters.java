// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A value with parameters, such as Content-Type; parameters in parts or with a charset are put together (RFC 2231),
 * encoded words in them are decoded although they may not stand there.
 *
 * @param value what stands before the parameters, in lower case
 * @param all the parameters by their names in lower case
 */
public record Parameters(String value, Map<String, String> all) {
    private static final int MOST = 200;

    public Parameters {
        all = Map.copyOf(all);
    }

    public static Parameters of(String raw) {
        ParameterScanner scanner = new ParameterScanner(raw);
        String value = scanner.value().toLowerCase(Locale.ROOT);
        Map<String, String> plain = new LinkedHashMap<>();
        Map<String, Map<Integer, String>> pieces = new LinkedHashMap<>();
        for (int i = 0; i < MOST && scanner.next(); i++) {
            String name = scanner.name().toLowerCase(Locale.ROOT);
            int star = name.indexOf('*');
            if (star < 0) {
                plain.putIfAbsent(name, Words.decode(scanner.content()));
            } else {
                boolean encoded = name.endsWith("*");
                pieces.computeIfAbsent(name.substring(0, star), any -> new TreeMap<>())
                        .putIfAbsent(number(name, star), (encoded ? "*" : " ") + scanner.content());
            }
        }
        pieces.forEach((name, parts) -> plain.put(name, joined(parts)));
        return new Parameters(value, plain);
    }

    private static int number(String name, int star) {
        String digits = name.substring(star + 1).replace("*", "");
        return digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0;
    }

    private static String joined(Map<Integer, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String charset = "";
        boolean first = true;
        for (String part : parts.values()) {
            String text = part.substring(1);
            boolean encoded = part.charAt(0) == '*';
            if (first && encoded && text.indexOf('\'') >= 0 && text.indexOf('\'') < text.lastIndexOf('\'')) {
                charset = text.substring(0, text.indexOf('\''));
                text = text.substring(text.indexOf('\'', text.indexOf('\'') + 1) + 1);
            }
            first = false;
            bytes.writeBytes(encoded ? percent(text) : text.getBytes(StandardCharsets.ISO_8859_1));
        }
        return Charsets.decode(bytes.toByteArray(), charset);
    }

    private static byte[] percent(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (text.charAt(i) == '%' && high >= 0 && low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.write(text.charAt(i));
            }
        }
        return bytes.toByteArray();
    }

    /** A parameter; empty if it is missing. */
    public String get(String name) {
        return all.getOrDefault(name, "");
    }
}
