// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.id;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The kind of channel a contact comes by. An open key: plug-ins bring their own.
 *
 * @param value 1 to 32 lower-case letters, digits and -, for example {@code chat}
 */
public record ChannelKey(String value) implements Comparable<ChannelKey> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    public ChannelKey {
        Objects.requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "must be 1 to 32 lower-case letters, digits and - but is \"" + value + "\"");
        }
    }

    @Override
    public int compareTo(ChannelKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
