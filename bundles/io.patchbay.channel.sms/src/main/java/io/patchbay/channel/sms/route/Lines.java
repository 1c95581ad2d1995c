// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.route;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The accounts that are there, by name. */
public final class Lines {
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    public void add(Line line) {
        lines.put(line.name(), line);
    }

    public void remove(Line line) {
        lines.remove(line.name(), line);
    }

    public List<Line> all() {
        return List.copyOf(lines.values());
    }

    Optional<Line> named(String name) {
        return Optional.ofNullable(lines.get(name));
    }
}
