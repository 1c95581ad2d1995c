// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.address;

import java.util.Objects;
import java.util.regex.Pattern;

/** The check that every address makes of its parts. */
final class Form {
    private Form() {}

    static void check(Pattern form, String value, String what) {
        Objects.requireNonNull(value, what);
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException("not " + what + ": \"" + value + "\"");
        }
    }
}
