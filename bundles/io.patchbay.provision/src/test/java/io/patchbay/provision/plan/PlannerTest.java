// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.command.Problem;
import io.patchbay.provision.api.FeatureCommand;
import io.patchbay.provision.api.FeaturePlan;
import io.patchbay.provision.graph.FeatureGraph;
import io.patchbay.provision.graph.Listed;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

class PlannerTest {
    private static final VersionRange ANY = VersionRange.valueOf("0.0.0");
    private static final Listed CORE = listed("patchbay-core", "1.0.0", List.of(), "core");
    private static final Listed CAMEL = listed("patchbay-camel", "1.0.0", List.of("patchbay-core"), "camel", "api");
    private static final Listed SMS = listed("patchbay-sms", "1.0.0", List.of("patchbay-camel"), "sms");
    private static final Listed SMS_NEXT = listed("patchbay-sms", "1.1.0", List.of("patchbay-camel"), "sms-next");
    private static final Listed SHELL = listed("patchbay-shell", "1.0.0", List.of("patchbay-core"), "shell", "api");
    private static final Listed OWN = listed("patchbay-provision", "1.0.0", List.of("patchbay-core"), "provision");

    private final Set<String> restarted = new HashSet<>();
    private Set<Listed> wanted = Set.of(CORE, CAMEL, SMS, SHELL, OWN);

    private static Listed listed(String name, String version, List<String> needs, String... bundles) {
        return new Listed(
                name,
                Version.parseVersion(version),
                "",
                "test",
                needs.stream().map(one -> new Listed.Need(one, ANY)).toList(),
                List.of(bundles),
                List.of());
    }

    private FeaturePlan plan(FeatureCommand wish) {
        FeatureGraph graph = new FeatureGraph(List.of(CORE, CAMEL, SMS, SMS_NEXT, SHELL, OWN), wanted);
        return new Planner(graph, new Fake(graph.bundles())).plan(wish);
    }

    private static FeatureCommand uninstall(String name) {
        return new FeatureCommand.Uninstall(name, Optional.empty());
    }

    private List<String> codes(FeatureCommand wish) {
        return plan(wish).refusals().stream().map(Problem::code).toList();
    }

    @Test
    void whatNobodyElseHasGoesWithItsFeature() {
        FeaturePlan plan = plan(uninstall("sms"));
        assertThat(plan.allowed()).isTrue();
        assertThat(plan.bundles().go()).containsExactly("sms 1");
        assertThat(plan.bundles().come()).isEmpty();
        assertThat(plan.features()).containsExactly("patchbay-sms");
    }

    @Test
    void whatAnotherFeatureHasTooStays() {
        wanted = Set.of(CORE, CAMEL, SHELL, OWN);
        assertThat(plan(uninstall("camel")).bundles().go()).containsExactly("camel 1");
    }

    @Test
    void whatOthersNeedIsRefusedWithTheirNames() {
        FeaturePlan plan = plan(uninstall("camel"));
        assertThat(plan.allowed()).isFalse();
        assertThat(plan.refusals().get(0).english())
                .isEqualTo("The feature patchbay-camel is needed by patchbay-sms. Uninstall these first.");
        assertThat(codes(uninstall("core"))).containsExactly("feature-needed");
    }

    @Test
    void whatIsNeededComesWithItsFeature() {
        wanted = Set.of(CORE, SHELL, OWN);
        FeaturePlan plan = plan(new FeatureCommand.Install("sms", Optional.of("1.0.0")));
        assertThat(plan.bundles().come()).containsExactly("camel 1", "sms 1");
        assertThat(plan.features()).containsExactlyInAnyOrder("patchbay-camel", "patchbay-sms");
    }

    @Test
    void anUpdatePutsTheNewestInItsPlace() {
        FeaturePlan plan = plan(new FeatureCommand.Update("sms", Optional.empty(), Optional.empty()));
        assertThat(plan.version()).isEqualTo("1.1.0");
        assertThat(plan.bundles().go()).containsExactly("sms 1");
        assertThat(plan.bundles().come()).containsExactly("sms-next 1");
    }

    @Test
    void whatWouldRestartOthersIsRefusedWithTheirNames() {
        restarted.add("core");
        FeaturePlan plan = plan(uninstall("sms"));
        assertThat(plan.refusals()).extracting(Problem::code).containsExactly("feature-restarts");
        assertThat(plan.refusals().get(0).english()).contains("core 1");
        assertThat(plan.bundles().restart()).containsExactly("core 1");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(codes(uninstall("patchbay-provision"))).containsExactly("feature-itself");
        assertThat(codes(uninstall("nothing"))).containsExactly("feature-not-installed");
        assertThat(codes(new FeatureCommand.Install("nothing", Optional.empty())))
                .containsExactly("unknown-feature");
        assertThat(codes(new FeatureCommand.Install("sms", Optional.empty()))).containsExactly("feature-installed");
        assertThat(codes(new FeatureCommand.Update("shell", Optional.empty(), Optional.empty())))
                .containsExactly("feature-newest");
        assertThat(codes(new FeatureCommand.Update("sms", Optional.of("9.0.0"), Optional.empty())))
                .containsExactly("unknown-feature");
    }

    private final class Fake implements Container {
        private final Set<String> installed;

        Fake(Set<String> installed) {
            this.installed = installed;
        }

        @Override
        public Optional<Named> installed(String location) {
            return Optional.of(location).filter(installed::contains).map(this::named);
        }

        @Override
        public Named named(String location) {
            return new Named(location, "1");
        }

        @Override
        public Set<Named> restarted(Set<String> go, Set<String> come) {
            return new HashSet<>(restarted.stream().map(this::named).toList());
        }
    }
}
