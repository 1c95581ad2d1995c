// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.id;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A message of a conversation; a customer's line keeps the id its sender gave it.
 *
 * @param value 1 to 100 printable ASCII characters without blanks, for example {@code m-17}
 */
public record MessageId(String value) implements Comparable<MessageId> {
    private static final Pattern FORM = Pattern.compile("[!-~]{1,100}");

    public MessageId {
        Objects.requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "must be 1 to 100 printable ASCII characters without blanks but is \"" + value + "\"");
        }
    }

    @Override
    public int compareTo(MessageId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
