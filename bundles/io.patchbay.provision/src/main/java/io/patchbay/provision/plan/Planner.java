// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision.plan;

import io.patchbay.api.command.Problem;
import io.patchbay.provision.api.FeatureCommand;
import io.patchbay.provision.api.FeaturePlan;
import io.patchbay.provision.graph.FeatureGraph;
import io.patchbay.provision.graph.Listed;
import io.patchbay.provision.plan.Container.Named;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Works out what a change of a feature would do, and why it must not. */
public final class Planner {
    private static final String OWN = "patchbay-provision";
    private static final String PREFIX = "patchbay-";

    private final FeatureGraph now;
    private final Container container;

    /** Plans from what is installed now. */
    public Planner(FeatureGraph now, Container container) {
        this.now = now;
        this.container = container;
    }

    /** What a command would do; what runs on the channels is not looked at. */
    public FeaturePlan plan(FeatureCommand wish) {
        String name = full(wish.feature());
        if (wish instanceof FeatureCommand.Install install) {
            return install(name, install.version());
        } else if (wish instanceof FeatureCommand.Update update) {
            return update(name, update.version());
        } else if (wish instanceof FeatureCommand.Uninstall) {
            return uninstall(name);
        }
        throw new AssertionError(wish);
    }

    /** The name of a feature of ours may be given without its beginning. */
    private String full(String name) {
        return now.find(name, Optional.empty()).isEmpty()
                        && now.find(PREFIX + name, Optional.empty()).isPresent()
                ? PREFIX + name
                : name;
    }

    private FeaturePlan install(String name, Optional<String> version) {
        Optional<Listed> found = now.find(name, version);
        if (found.isEmpty()) {
            return refused(name, version.orElse(""), Refusals.unknown(name, version));
        } else if (now.installed(name).isPresent()) {
            return refused(name, found.get().version().toString(), Refusals.alreadyThere(name));
        }
        Set<Listed> wanted = new HashSet<>(now.wanted());
        wanted.add(found.get());
        return change(found.get(), now.wanting(wanted));
    }

    private FeaturePlan update(String name, Optional<String> version) {
        Optional<Listed> old = now.installed(name);
        Optional<Listed> found = now.find(name, version);
        if (old.isEmpty()) {
            return refused(name, version.orElse(""), Refusals.notThere(name));
        } else if (found.isEmpty()) {
            return refused(name, version.orElse(""), Refusals.unknown(name, version));
        } else if (found.equals(old)) {
            return refused(
                    name,
                    old.get().version().toString(),
                    Refusals.newest(name, old.get().version().toString()));
        }
        Set<Listed> wanted = new HashSet<>(now.wanted());
        wanted.remove(old.get());
        wanted.add(found.get());
        return change(found.get(), now.wanting(wanted));
    }

    private FeaturePlan uninstall(String name) {
        Optional<Listed> old = now.installed(name);
        if (old.isEmpty()) {
            return refused(name, "", Refusals.notThere(name));
        }
        Set<Listed> wanted = new HashSet<>(now.wanted());
        wanted.remove(old.get());
        FeaturePlan plan = change(old.get(), now.wanting(wanted));
        Set<String> needing = now.neededBy(old.get());
        if (name.equals(OWN)) {
            return refused(plan, Refusals.itself(name));
        }
        return needing.isEmpty() ? plan : refused(plan, Refusals.needed(name, needing));
    }

    private FeaturePlan change(Listed feature, FeatureGraph then) {
        Set<String> go = new TreeSet<>(now.bundles());
        go.removeAll(then.bundles());
        Set<String> come = new TreeSet<>(then.bundles());
        come.removeAll(now.bundles());
        come.removeIf(location -> container.installed(location).isPresent());
        List<String> leaving = go.stream()
                .flatMap(location -> container.installed(location).stream())
                .map(Named::toString)
                .sorted()
                .toList();
        List<String> coming = come.stream()
                .map(container::named)
                .map(Named::toString)
                .sorted()
                .toList();
        List<String> restart = container.restarted(go, come).stream()
                .map(Named::toString)
                .sorted()
                .toList();
        FeaturePlan plan = new FeaturePlan(
                feature.name(),
                feature.version().toString(),
                new FeaturePlan.Bundles(coming, leaving, restart),
                changed(then),
                Map.of(),
                List.of());
        return restart.isEmpty() ? plan : refused(plan, Refusals.restarts(feature.name(), restart));
    }

    private Set<String> changed(FeatureGraph then) {
        Set<Listed> before = now.installed();
        Set<Listed> after = then.installed();
        Set<Listed> both = new HashSet<>(before);
        both.retainAll(after);
        Set<Listed> either = new HashSet<>(before);
        either.addAll(after);
        either.removeAll(both);
        return either.stream().map(Listed::name).collect(Collectors.toSet());
    }

    private static FeaturePlan refused(String feature, String version, Problem why) {
        return new FeaturePlan(
                feature,
                version,
                new FeaturePlan.Bundles(List.of(), List.of(), List.of()),
                Set.of(),
                Map.of(),
                List.of(why));
    }

    private static FeaturePlan refused(FeaturePlan plan, Problem why) {
        List<Problem> refusals = new ArrayList<>(plan.refusals());
        refusals.add(0, why);
        return new FeaturePlan(plan.feature(), plan.version(), plan.bundles(), plan.features(), plan.live(), refusals);
    }
}
