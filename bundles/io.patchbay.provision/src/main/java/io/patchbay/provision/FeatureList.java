// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision;

import io.patchbay.provision.api.FeatureLine;
import io.patchbay.provision.api.Piece;
import io.patchbay.provision.container.Inventory;
import io.patchbay.provision.container.KarafFeatures;
import io.patchbay.provision.container.Wirings;
import io.patchbay.provision.graph.FeatureGraph;
import io.patchbay.provision.graph.Listed;
import io.patchbay.provision.plan.Container.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All features people may look at: ours, and those of repositories that were added; not Karaf's own. */
final class FeatureList {
    private static final String OURS = "patchbay-";

    private final KarafFeatures features;
    private final Wirings wirings;
    private final Inventory inventory;

    FeatureList(KarafFeatures features, Wirings wirings, Inventory inventory) {
        this.features = features;
        this.wirings = wirings;
        this.inventory = inventory;
    }

    List<FeatureLine> all() {
        FeatureGraph graph = features.graph();
        Set<Listed> installed = graph.installed();
        TreeMap<String, Listed> shown = new TreeMap<>();
        for (Listed one : graph.known()) {
            if (isShown(one)) {
                shown.merge(
                        one.name(), one, (a, b) -> installed.contains(a) ? a : installed.contains(b) ? b : newer(a, b));
            }
        }
        return shown.values().stream()
                .map(one -> line(one, graph, installed.contains(one)))
                .toList();
    }

    /** Other names of ours stand only for what foreign repositories ask for. */
    private static boolean isShown(Listed one) {
        boolean foreign = !one.repository().startsWith(OURS) && !KarafFeatures.isKarafs(one.repository());
        return foreign || one.name().startsWith(OURS);
    }

    private static Listed newer(Listed a, Listed b) {
        return a.version().compareTo(b.version()) < 0 ? b : a;
    }

    private FeatureLine line(Listed one, FeatureGraph graph, boolean installed) {
        List<Named> idle = installed ? wirings.idle(one.bundles()) : List.of();
        Optional<String> newest = graph.find(one.name(), Optional.empty())
                .filter(other -> installed && other.version().compareTo(one.version()) > 0)
                .map(other -> other.version().toString());
        return new FeatureLine(
                one.name(),
                one.version().toString(),
                new FeatureLine.About(one.description(), one.repository()),
                installed
                        ? idle.isEmpty() ? FeatureLine.State.RUNNING : FeatureLine.State.TROUBLED
                        : FeatureLine.State.AVAILABLE,
                idle.stream().map(bundle -> bundle + " does not run").collect(Collectors.joining("; ")),
                new FeatureLine.Ties(
                        one.needs().stream().map(Listed.Need::name).collect(Collectors.toSet()),
                        graph.neededBy(one),
                        newest),
                installed ? inventory.of(one.bundles()) : bundles(one));
    }

    private static List<Piece> bundles(Listed one) {
        return one.bundles().stream()
                .map(FeatureList::artifact)
                .map(name -> new Piece(Piece.Kind.BUNDLE, name, name))
                .toList();
    }

    /** {@code mvn:group/artifact/version}: its symbolic name most often; nothing is read for it. */
    private static String artifact(String location) {
        String[] parts = location.split("/", -1);
        return location.startsWith("mvn:") && parts.length > 1 ? parts[1] : parts[parts.length - 1];
    }
}
