// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one instance of this bundle tells the next about a call. The next has other classes of ours: only types of the
 * JDK and of bundles that stay may be told.
 */
final class Facts {
    private final Map<String, Object> all;
    private final String part;

    private Facts(Map<String, Object> all, String part) {
        this.all = all;
        this.part = part;
    }

    /** Nothing is told yet. */
    Facts() {
        this(new HashMap<>(), "");
    }

    static Facts of(Map<String, Object> told) {
        return new Facts(told, "");
    }

    /** What is told of a part. */
    Facts in(String name) {
        return new Facts(all, part + name + ".");
    }

    Facts put(String name, Object value) {
        all.put(part + name, value);
        return this;
    }

    /** Whether anything is told of a part. */
    boolean has(String name) {
        return all.keySet().stream().anyMatch(key -> key.startsWith(part + name + "."));
    }

    <T> Optional<T> find(String name, Class<T> type) {
        Object told = all.get(part + name);
        if (told != null && !type.isInstance(told)) {
            throw new IllegalArgumentException(part + name + " is no " + type.getSimpleName());
        }
        return Optional.ofNullable(told).map(type::cast);
    }

    <T> T get(String name, Class<T> type) {
        return find(name, type).orElseThrow(() -> new IllegalArgumentException("not told: " + part + name));
    }

    String text(String name) {
        return get(name, String.class);
    }

    boolean is(String name) {
        return get(name, Boolean.class);
    }

    int number(String name) {
        return get(name, Integer.class);
    }

    Instant at(String name) {
        return get(name, Instant.class);
    }

    Map<String, Object> all() {
        return all;
    }
}
