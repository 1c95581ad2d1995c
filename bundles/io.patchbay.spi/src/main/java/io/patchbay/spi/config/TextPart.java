// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.config;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A part whose commands are {@code THING.save} and {@code THING.remove}; components of bundles extend it. */
public abstract class TextPart implements ConfigPart {
    private final Name name;
    private final Set<String> after;
    private final boolean removed;
    private final Supplier<Map<String, Map<String, Object>>> items;

    /**
     * What a part and its items are called.
     *
     * @param part in the text, for example {@code queues}
     * @param thing before the dot of its commands, for example {@code queue}
     * @param idField the field of the id
     */
    public record Name(String part, String thing, String idField) {
        /**
         * Where the field of the id is called like the thing.
         *
         * @param part in the text
         * @param thing before the dot of its commands
         */
        public Name(String part, String thing) {
            this(part, thing, thing);
        }
    }

    /**
     * A part.
     *
     * @param name its names
     * @param after names of parts that must be there first
     * @param removed whether there is a removing command
     * @param items reads them, by id
     */
    protected TextPart(
            Name name, Set<String> after, boolean removed, Supplier<Map<String, Map<String, Object>>> items) {
        this.name = Objects.requireNonNull(name, "name");
        this.after = Set.copyOf(after);
        this.removed = removed;
        this.items = Objects.requireNonNull(items, "items");
    }

    @Override
    public final String name() {
        return name.part();
    }

    @Override
    public final Set<String> after() {
        return after;
    }

    @Override
    public final Map<String, Map<String, Object>> items() {
        return new TreeMap<>(items.get());
    }

    @Override
    public final String idField() {
        return name.idField();
    }

    @Override
    public final String saveCommand() {
        return name.thing() + ".save";
    }

    @Override
    public final Optional<String> removeCommand() {
        return removed ? Optional.of(name.thing() + ".remove") : Optional.empty();
    }
}
