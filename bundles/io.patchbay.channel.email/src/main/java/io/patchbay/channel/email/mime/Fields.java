// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Header fields in their order, unfolded, a character for each byte. */
public final class Fields {
    private static final int MOST = 1000;
    private static final int LONGEST = 64 * 1024;
    private static final int LONGEST_ALL = 1024 * 1024;

    private final List<Field> all = new ArrayList<>();
    private int length;

    /** A field; the name is in lower case. */
    record Field(String name, StringBuilder value) {}

    void add(String name, String value) {
        if (all.size() < MOST && length < LONGEST_ALL) {
            String taken = value.substring(0, Math.min(value.length(), LONGEST));
            length += name.length() + taken.length();
            all.add(new Field(name.strip().toLowerCase(Locale.ROOT), new StringBuilder(taken)));
        }
    }

    void fold(String more) {
        StringBuilder value = all.get(all.size() - 1).value();
        if (value.length() + more.length() < LONGEST && length < LONGEST_ALL) {
            length += more.length();
            value.append(' ').append(more.strip());
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** The first field of this name, raw; empty if there is none. */
    public String first(String name) {
        return all.stream()
                .filter(field -> field.name().equals(name))
                .map(field -> field.value().toString().strip())
                .findFirst()
                .orElse("");
    }

    public boolean has(String name) {
        return all.stream().anyMatch(field -> field.name().equals(name));
    }

    public List<String> all(String name) {
        return all.stream()
                .filter(field -> field.name().equals(name))
                .map(field -> field.value().toString().strip())
                .toList();
    }

    public boolean anyNameStartsWith(String beginning) {
        return all.stream().anyMatch(field -> field.name().startsWith(beginning));
    }
}
