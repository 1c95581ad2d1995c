// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.config;

import io.patchbay.api.journal.Change;
import io.patchbay.settings.api.ConfigChange;
import io.patchbay.settings.api.ConfigChange.Outlook;
import io.patchbay.settings.config.YamlIn.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What would make the items of one part like those of another. */
final class Comparison {
    private final String part;
    private final Map<String, Map<String, Object>> from;
    private final Map<String, Item> to;

    Comparison(String part, Map<String, Map<String, Object>> from, Map<String, Item> to) {
        this.part = part;
        this.from = from;
        this.to = to;
    }

    /** New and changed items, in the text's order. */
    List<ConfigChange> saves() {
        List<ConfigChange> saves = new ArrayList<>();
        to.forEach((id, item) -> {
            Optional<Map<String, Object>> before = Optional.ofNullable(from.get(id));
            Optional<Map<String, Object>> after = Optional.of(Plain.fields(item.fields()));
            if (!before.equals(after)) {
                Change change = Change.of(before.orElse(Map.of()), after.orElse(Map.of()));
                saves.add(new ConfigChange(
                        part,
                        id,
                        before.map(there -> change.before()),
                        Optional.of(change.after()),
                        item.line(),
                        new Outlook.Fine()));
            }
        });
        return saves;
    }

    /** Items that the other has not. */
    List<ConfigChange> removals() {
        return new TreeMap<>(from)
                .entrySet().stream()
                        .filter(one -> !to.containsKey(one.getKey()))
                        .map(one -> new ConfigChange(
                                part,
                                one.getKey(),
                                Optional.of(one.getValue()),
                                Optional.empty(),
                                0,
                                new Outlook.Fine()))
                        .toList();
    }
}
