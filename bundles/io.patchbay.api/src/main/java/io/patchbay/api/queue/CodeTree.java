// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.queue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The codes of one use as a tree, in one version: each change of a code makes the next. Only leaves can be chosen.
 * Immutable; safe for any thread.
 */
public final class CodeTree {
    /** The most levels a tree has. */
    public static final int DEEPEST = 4;

    /** Between the words of a path. */
    public static final String STEP = " › ";

    private final int version;
    private final Map<String, Code> codes = new LinkedHashMap<>();

    /**
     * A tree.
     *
     * @param version which, from 1; 0 if nobody counts
     * @param codes of one use, retired ones included, in the order people see siblings
     */
    public CodeTree(int version, Collection<Code> codes) {
        this.version = version;
        codes.forEach(code -> this.codes.put(code.key(), code));
    }

    /**
     * Which version it is.
     *
     * @return from 1; 0 if nobody counts
     */
    public int version() {
        return version;
    }

    /**
     * Finds a code.
     *
     * @param key its key
     * @return the code, retired or not
     */
    public Optional<Code> find(String key) {
        return Optional.ofNullable(codes.get(key));
    }

    /**
     * The way to a code.
     *
     * @param key its key
     * @return from the root to the code itself; empty if there is none such
     */
    public List<Code> path(String key) {
        List<Code> path = new ArrayList<>();
        Optional<Code> at = find(key);
        while (at.isPresent() && !path.contains(at.get())) {
            path.add(0, at.get());
            at = at.get().parent().flatMap(this::find);
        }
        return List.copyOf(path);
    }

    /**
     * What a key says to people: the words of its path, for example {@code 投诉 › 费用}.
     *
     * @param key a key, the time-out code's too
     * @param locale the reader's
     * @return the words; the key itself where there is none such
     */
    public String text(String key, Locale locale) {
        if (key.equals(Code.TIMED_OUT)) {
            return Code.LATE.text(locale);
        }
        List<Code> path = path(key);
        return path.isEmpty()
                ? key
                : path.stream().map(code -> code.text(locale)).collect(Collectors.joining(STEP));
    }

    /**
     * The codes right beneath one.
     *
     * @param parent its key; empty for the roots
     * @return in order, retired ones included
     */
    public List<Code> beneath(Optional<String> parent) {
        return codes.values().stream()
                .filter(code -> code.parent().equals(parent))
                .toList();
    }

    /**
     * Whether others can be chosen beneath a code, so that it cannot itself.
     *
     * @param key its key
     * @return true if a code beneath it is not retired
     */
    public boolean inner(String key) {
        return beneath(Optional.of(key)).stream().anyMatch(code -> !code.retired());
    }

    /**
     * All codes, each before those beneath it.
     *
     * @return in the order people see them, retired ones included
     */
    public List<Code> all() {
        List<Code> all = new ArrayList<>();
        walk(Optional.empty(), true, all::add);
        return all;
    }

    /**
     * What can be chosen: the leaves at and beneath some codes.
     *
     * @param roots keys of these codes; empty for the whole tree
     * @return in the order people see them, none retired
     */
    public List<Code> choices(Collection<String> roots) {
        List<Code> choices = new ArrayList<>();
        walk(Optional.empty(), false, code -> {
            if (!inner(code.key()) && (roots.isEmpty() || under(code, roots))) {
                choices.add(code);
            }
        });
        return choices;
    }

    private boolean under(Code code, Collection<String> roots) {
        return path(code.key()).stream().map(Code::key).anyMatch(roots::contains);
    }

    private void walk(Optional<String> parent, boolean retired, Consumer<Code> visitor) {
        for (Code code : beneath(parent)) {
            if (retired || !code.retired()) {
                visitor.accept(code);
                walk(Optional.of(code.key()), retired, visitor);
            }
        }
    }
}
