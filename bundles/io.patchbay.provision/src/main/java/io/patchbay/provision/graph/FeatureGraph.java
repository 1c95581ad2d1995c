// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All features that are known, and those that somebody wants; what they need comes with them. */
public final class FeatureGraph {
    private final List<Listed> known;
    private final Set<Listed> wanted;

    /**
     * Draws the graph.
     *
     * @param known every feature in every version
     * @param wanted those installed by their name, each one of the known ones
     */
    public FeatureGraph(Collection<Listed> known, Collection<Listed> wanted) {
        this.known = List.copyOf(known);
        this.wanted = Set.copyOf(wanted);
    }

    /** Every feature in every version. */
    public List<Listed> known() {
        return known;
    }

    /** Those installed by their name. */
    public Set<Listed> wanted() {
        return wanted;
    }

    /** All that is installed, wanted or needed. */
    public Set<Listed> installed() {
        return closure(wanted);
    }

    /** The installed version of a name. */
    public Optional<Listed> installed(String name) {
        return installed().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** A version of a name, or its newest. */
    public Optional<Listed> find(String name, Optional<String> version) {
        return known.stream()
                .filter(one -> one.name().equals(name))
                .filter(one -> version.isEmpty()
                        || one.version().toString().equals(version.get().replace("-SNAPSHOT", ".SNAPSHOT")))
                .max(Comparator.comparing(Listed::version));
    }

    /** The same features with others wanted. */
    public FeatureGraph wanting(Collection<Listed> others) {
        return new FeatureGraph(known, others);
    }

    /** Wanted features that need one, directly or not; not it itself. */
    public Set<String> neededBy(Listed feature) {
        return wanted.stream()
                .filter(one -> !one.equals(feature) && closure(Set.of(one)).contains(feature))
                .map(Listed::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where all installed bundles are. */
    public Set<String> bundles() {
        Set<Listed> all = installed();
        Set<String> names = all.stream().map(Listed::name).collect(Collectors.toSet());
        Set<String> bundles = new TreeSet<>();
        for (Listed one : all) {
            bundles.addAll(one.bundles());
            one.extras().stream()
                    .filter(extra -> names.containsAll(extra.features()))
                    .forEach(extra -> bundles.addAll(extra.bundles()));
        }
        return bundles;
    }

    private Set<Listed> closure(Collection<Listed> roots) {
        Set<Listed> reached = new LinkedHashSet<>(roots);
        Deque<Listed> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            for (Listed.Need need : open.pop().needs()) {
                best(need, reached).filter(reached::add).ifPresent(open::push);
            }
        }
        return reached;
    }

    /** What is there already, else the newest: as Karaf resolves. */
    private Optional<Listed> best(Listed.Need need, Set<Listed> reached) {
        List<Listed> fitting = new ArrayList<>(known);
        fitting.removeIf(one -> !one.meets(need));
        return fitting.stream()
                .max(Comparator.<Listed, Boolean>comparing(reached::contains)
                        .thenComparing(wanted::contains)
                        .thenComparing(Listed::version));
    }
}
