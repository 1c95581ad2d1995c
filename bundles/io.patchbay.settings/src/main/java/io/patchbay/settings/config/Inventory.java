// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.config;

import io.patchbay.spi.config.ConfigPart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The parts that bundles bring, those that others need first. */
public final class Inventory {
    private final Map<String, ConfigPart> parts = new TreeMap<>();

    public Inventory(Collection<ConfigPart> brought) {
        brought.forEach(part -> parts.put(part.name(), part));
    }

    /** In the order in which they are imported. */
    List<ConfigPart> ordered() {
        Set<String> done = new LinkedHashSet<>();
        parts.keySet().forEach(name -> visit(name, done, new LinkedHashSet<>()));
        return new ArrayList<>(done.stream().map(parts::get).toList());
    }

    /** A circle is cut where it closes. */
    private void visit(String name, Set<String> done, Set<String> way) {
        if (!parts.containsKey(name) || done.contains(name) || !way.add(name)) {
            return;
        }
        parts.get(name).after().stream().sorted().forEach(before -> visit(before, done, way));
        done.add(name);
    }

    Optional<ConfigPart> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    Set<String> names() {
        return parts.keySet();
    }

    /** Everything as it is now. */
    public Map<String, Map<String, Map<String, Object>>> everything() {
        Map<String, Map<String, Map<String, Object>>> everything = new TreeMap<>();
        parts.forEach((name, part) -> everything.put(name, Plain.items(part.items())));
        return everything;
    }
}
