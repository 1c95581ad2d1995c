// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.api.record;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A record of fixed length, described once and used both ways. What does not fit the description to the octet is
 * refused by the field's name, never cut off, padded in silence or guessed. Immutable; used by any thread.
 *
 * <p>The description lists the fields in order: {@code name:text(4)} is text of 4 octets, padded with spaces on the
 * right; {@code name:number(12)} a whole number of 12 digits, padded with zeros on the left, a minus in the first place
 * if need be; {@code name:number(12,3)} the same with the last 3 digits behind the point; {@code name:count{…}} a group
 * that comes as often as the number {@code count} before it says, at most 999 times.
 */
public final class RecordLayout {
    private final Charset charset;
    private final List<Field> fields;

    /**
     * A layout.
     *
     * @param charset the code page of text, for example {@code GBK}
     * @param fields the description
     * @throws IllegalArgumentException naming what cannot be read in the description, or an unknown code page
     */
    public RecordLayout(String charset, String fields) {
        this.charset = Charset.forName(charset);
        this.fields = new LayoutParser(fields).fields();
    }

    /**
     * Reads a record.
     *
     * @param octets the whole record
     * @return the fields in order: text without the padding, numbers as text with all their decimals ({@code 1688.500};
     *     JSON would round or rewrite them), groups as {@code List} of maps
     * @throws IllegalArgumentException naming the field that does not fit: too short, too long, not a number, not in
     *     this code page
     */
    public Map<String, Object> read(byte[] octets) {
        Octets in = new Octets(octets, charset);
        Map<String, Object> values = read(in, fields);
        in.end();
        return values;
    }

    /**
     * Writes a record.
     *
     * @param values a value for each field: text, numbers, lists of maps for groups; a count must be its group's size
     * @return the record
     * @throws IllegalArgumentException naming the field that is missing, too long, not a number, or not in this code
     *     page
     */
    public byte[] write(Map<String, ?> values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, fields, values);
        return out.toByteArray();
    }

    static Map<String, Object> read(Octets in, List<Field> fields) {
        Map<String, Object> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(field.name(), field.read(in, values)));
        return values;
    }

    private void write(ByteArrayOutputStream out, List<Field> fields, Map<String, ?> values) {
        for (Field field : fields) {
            Object value = values.get(field.name());
            if (value == null) {
                throw new IllegalArgumentException("field \"" + field.name() + "\" is missing");
            } else if (field instanceof Field.Group group) {
                group.items(value, values).forEach(item -> write(out, group.fields(), item));
            } else {
                out.writeBytes(octets(field, value));
            }
        }
    }

    private byte[] octets(Field field, Object value) {
        String text = field.form(Objects.toString(value));
        byte[] octets = text.getBytes(charset);
        if (!new String(octets, charset).equals(text)) {
            throw new IllegalArgumentException("field \"" + field.name() + "\" cannot be written in " + charset);
        }
        return field.fill(octets);
    }
}
