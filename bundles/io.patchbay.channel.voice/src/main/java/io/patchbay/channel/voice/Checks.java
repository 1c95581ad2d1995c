// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.api.command.Problem;
import io.patchbay.store.ConfigValidator.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Tries the values of one configuration; what cannot be read is a fault with its remedy. */
final class Checks {
    private final Map<String, String> values;
    private final List<Fault> faults = new ArrayList<>();

    Checks(Map<String, String> values) {
        this.values = values;
    }

    /** Reads a value as the component will, if there is one. */
    Checks key(String key, Consumer<String> reader, String english, String chinese) {
        String value = values.getOrDefault(key, "").strip();
        try {
            if (!value.isEmpty()) {
                reader.accept(value);
            }
        } catch (IllegalArgumentException e) {
            fault(key, "\"{0}\" " + english, "“{0}”" + chinese, value);
        }
        return this;
    }

    /** A fault that is no single value's. */
    Checks unless(boolean fine, String key, String english, String chinese) {
        if (!fine) {
            fault(key, english, chinese, "");
        }
        return this;
    }

    private void fault(String key, String english, String chinese, String value) {
        faults.add(new Fault(key, Problem.of("wrong-value", english, chinese, value)));
    }

    List<Fault> faults() {
        return faults;
    }
}
