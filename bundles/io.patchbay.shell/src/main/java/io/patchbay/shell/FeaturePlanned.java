// SPDX-License-Identifier: Apache-2.0
package io.patchbay.shell;

import io.patchbay.api.command.Problem;
import io.patchbay.provision.api.FeatureCommand;
import io.patchbay.provision.api.FeaturePlan;
import io.patchbay.provision.api.Features;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code patchbay:feature-plan}: what a change would do; nothing is done. */
@Service
@Command(
        scope = "patchbay",
        name = "feature-plan",
        description = "Says which bundles would come, go and restart; an installed feature would go, another come")
public final class FeaturePlanned implements Action {
    @Argument(index = 0, name = "feature", description = "The feature", required = true)
    private String feature = "";

    @Option(name = "--update", description = "Another version in place of the installed one")
    private boolean update;

    @Option(name = "--version", description = "Which version; the newest if left out")
    private String version = "";

    @Reference
    private Features features;

    /** Made by the shell. */
    public FeaturePlanned() {}

    @Override
    public Object execute() {
        Optional<String> wanted = Optional.of(version).filter(one -> !one.isEmpty());
        FeaturePlan plan = features.plan(
                update
                        ? new FeatureCommand.Update(feature, wanted, Optional.empty())
                        : new FeatureCommand.Uninstall(feature, Optional.empty()));
        if (!update && plan.refusals().stream().map(Problem::code).anyMatch("feature-not-installed"::equals)) {
            plan = features.plan(new FeatureCommand.Install(feature, wanted));
        }
        System.out.println(words(plan));
        return null;
    }

    private static String words(FeaturePlan plan) {
        StringBuilder text = new StringBuilder("Plan for " + plan.feature() + " " + plan.version() + ", features: "
                + String.join(" ", new TreeSet<>(plan.features())));
        list(text, "come", plan.bundles().come());
        list(text, "go", plan.bundles().go());
        list(text, "would restart", plan.bundles().restart());
        plan.live().forEach((channel, count) -> text.append("\nruns on ")
                .append(channel)
                .append(": ")
                .append(count)
                .append(" (drained first)"));
        plan.refusals().forEach(one -> text.append("\nREFUSED: ").append(one.english()));
        return text.append(plan.allowed() ? "\nallowed" : "").toString();
    }

    private static void list(StringBuilder text, String head, List<String> bundles) {
        bundles.forEach(one -> text.append('\n').append(head).append(' ').append(one));
    }
}
