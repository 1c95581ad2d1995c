// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

class FeatureGraphTest {
    private static final Listed BASE = listed("base", "1.0.0", List.of(), List.of());
    private static final Listed BASE_NEXT = listed("base", "2.0.0", List.of(), List.of());
    private static final Listed MIDDLE = listed("middle", "1.0.0", List.of(need("base", "[1,3)")), List.of());
    private static final Listed TOP = listed(
            "top",
            "1.0.0",
            List.of(need("middle", "0.0.0")),
            List.of(new Listed.Extra(List.of("extra"), List.of("top-extra"))));
    private static final Listed EXTRA = listed("extra", "1.0.0", List.of(), List.of());
    private static final List<Listed> ALL = List.of(BASE, BASE_NEXT, MIDDLE, TOP, EXTRA);

    private static Listed.Need need(String name, String versions) {
        return new Listed.Need(name, VersionRange.valueOf(versions));
    }

    private static Listed listed(String name, String version, List<Listed.Need> needs, List<Listed.Extra> extras) {
        return new Listed(
                name, Version.parseVersion(version), "", "test", needs, List.of(name + "-" + version), extras);
    }

    @Test
    void whatIsNeededIsInstalledToo() {
        FeatureGraph graph = new FeatureGraph(ALL, Set.of(TOP));
        assertThat(graph.installed()).containsExactlyInAnyOrder(TOP, MIDDLE, BASE_NEXT);
        assertThat(graph.installed("extra")).isEmpty();
    }

    @Test
    void aWantedVersionIsPreferredToTheNewest() {
        FeatureGraph graph = new FeatureGraph(ALL, Set.of(TOP, BASE));
        assertThat(graph.installed()).contains(BASE).doesNotContain(BASE_NEXT);
    }

    @Test
    void neededByNamesTheWantedOnesOverAllSteps() {
        FeatureGraph graph = new FeatureGraph(ALL, Set.of(TOP, BASE, EXTRA));
        assertThat(graph.neededBy(BASE)).containsExactly("top");
        assertThat(graph.neededBy(TOP)).isEmpty();
    }

    @Test
    void extraBundlesAreThereWhereTheirFeatureIs() {
        assertThat(new FeatureGraph(ALL, Set.of(TOP)).bundles()).doesNotContain("top-extra");
        assertThat(new FeatureGraph(ALL, Set.of(TOP, EXTRA)).bundles()).contains("top-extra");
    }

    @Test
    void aVersionIsFoundAsPeopleWriteIt() {
        FeatureGraph graph = new FeatureGraph(ALL, Set.of());
        assertThat(graph.find("base", Optional.empty())).contains(BASE_NEXT);
        assertThat(graph.find("base", Optional.of("1.0.0"))).contains(BASE);
        assertThat(graph.find("base", Optional.of("7"))).isEmpty();
    }
}
