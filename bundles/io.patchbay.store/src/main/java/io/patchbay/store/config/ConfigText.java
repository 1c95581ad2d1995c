// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.config;

import io.patchbay.api.command.Problem;
import io.patchbay.store.ConfigValidator.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of a configuration file: lines of {@code key = value} in UTF-8, {@code #} or {@code !} at the beginning of a
 * line for comments, a backslash at the end to go on in the next line. Nothing else is special in a value.
 */
final class ConfigText {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    ConfigText(String text) {
        StringBuilder line = new StringBuilder();
        int number = 0;
        for (String part : text.lines().toList()) {
            number++;
            String stripped = part.strip();
            if (line.isEmpty() && (stripped.isEmpty() || stripped.startsWith("#") || stripped.startsWith("!"))) {
                continue;
            }
            if (stripped.endsWith("\\")) {
                line.append(stripped, 0, stripped.length() - 1);
            } else {
                read(line.append(stripped).toString(), number);
                line.setLength(0);
            }
        }
        if (!line.isEmpty()) {
            read(line.toString(), number);
        }
    }

    private void read(String line, int number) {
        int equals = line.indexOf('=');
        if (equals <= 0) {
            faults.add(new Fault(
                    "line " + number, new Problem("config-line", "is not of the form key = value", "不是“键 = 值”的形式")));
            return;
        }
        String key = line.substring(0, equals).strip();
        if (values.put(key, line.substring(equals + 1).strip()) != null) {
            faults.add(new Fault(key, new Problem("config-duplicate", "stands there more than once", "重复出现")));
        }
    }

    Map<String, String> values() {
        return values;
    }

    List<Fault> faults() {
        return faults;
    }
}
