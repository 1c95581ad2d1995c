// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention;

import java.util.Map;
import java.util.Optional;

/** Fields of a command's JSON body; what is missing is named. */
record Given(Map<String, Object> body) {
    String text(String name) {
        return maybe(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the field \"" + name + "\" must be text but is " + body.get(name)));
    }

    Optional<String> maybe(String name) {
        return body.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    int number(String name) {
        if (body.get(name) instanceof Number number && number.intValue() == number.doubleValue()) {
            return number.intValue();
        }
        throw new IllegalArgumentException(
                "the field \"" + name + "\" must be a whole number but is " + body.get(name));
    }
}
