// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.command;

import io.patchbay.api.id.InteractionId;
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

    InteractionId interaction() {
        return InteractionId.parse(text("interaction"));
    }
}
