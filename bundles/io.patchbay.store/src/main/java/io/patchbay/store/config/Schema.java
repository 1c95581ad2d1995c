// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.config;

import io.patchbay.api.command.Problem;
import io.patchbay.store.ConfigValidator.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a configuration may say.
 *
 * @param settings by key
 * @param bundle the bundle that says so
 * @param validated whether that bundle also brings a {@code ConfigValidator}, which must be heard first
 */
record Schema(Map<String, Setting> settings, long bundle, boolean validated) {
    List<Fault> faults(Map<String, String> values) {
        List<Fault> faults = new ArrayList<>();
        values.forEach((key, value) -> {
            Setting setting = settings.get(key);
            if (setting == null) {
                faults.add(new Fault(
                        key,
                        Problem.of(
                                "config-unknown",
                                "is not known here; known are {0}",
                                "未知；可用的键有 {0}",
                                String.join(", ", settings.keySet()))));
            } else {
                setting.problem(value).ifPresent(problem -> faults.add(new Fault(key, problem)));
            }
        });
        for (Setting setting : settings.values()) {
            if (setting.mandatory() && !values.containsKey(setting.key())) {
                faults.add(new Fault(setting.key(), new Problem("config-missing", "must be given", "必须填写")));
            }
        }
        return faults;
    }

    Map<String, Object> typed(Map<String, String> values) {
        Map<String, Object> typed = new LinkedHashMap<>();
        values.forEach((key, value) ->
                typed.put(key, Objects.requireNonNull(settings.get(key)).typed(value)));
        return typed;
    }

    boolean secret(String key) {
        Setting setting = settings.get(key);
        return (setting != null && setting.kind() == Setting.Kind.SECRET)
                || key.matches("(?i).*(password|secret|token).*");
    }
}
