package io.patchbay.itest;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Commands;
import io.patchbay.api.command.Problem;
import io.patchbay.provision.api.FeatureCommand;
import io.patchbay.provision.api.FeatureLine;
import io.patchbay.provision.api.FeatureLine.State;
import io.patchbay.provision.api.FeaturePlan;
import io.patchbay.provision.api.Features;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.options.extra.EnvironmentOption;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.ops4j.pax.exam.util.Filter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;

/** Features come and go: exactly what was planned happens, no other bundle is wired anew, class loaders go. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class FeaturesIT {
    /** The driver begins while the bundles are still starting. */
    private static final int START_MILLIS = 120_000;

    private static final Actor TESTER = new Actor.Part("test");

    @Inject
    private BundleContext context;

    @Inject
    @Filter(timeout = START_MILLIS)
    private Features features;

    @Inject
    @Filter(timeout = START_MILLIS)
    private Commands commands;

    private final Loaders loaders = new Loaders();

    @Configuration
    public Option[] configuration() {
        List<Option> options = new java.util.ArrayList<>(Arrays.asList(Exam.options()));
        options.add(new EnvironmentOption("PATCHBAY_LONG=" + System.getenv().getOrDefault("PATCHBAY_LONG", "")));
        return options.toArray(new Option[0]);
    }

    private static int cycles() {
        return System.getenv().getOrDefault("PATCHBAY_LONG", "").isEmpty() ? 2 : 20;
    }

    /** The test may come while the last bundles are still starting. */
    @Before
    public void allRun() {
        Await.until(
                "all features run", () -> features.all().stream().noneMatch(line -> line.state() == State.TROUBLED));
    }

    @Test
    public void everyFeatureGoesAndComesAndNothingElseIsWiredAnew() {
        for (int cycle = 0; cycle < cycles(); cycle++) {
            for (String name : leaving()) {
                change(new FeatureCommand.Uninstall(name, Optional.of(Duration.ZERO)));
                change(new FeatureCommand.Install(name, Optional.empty()));
            }
        }
        for (String name : names(line -> line.state() == State.AVAILABLE)) {
            change(new FeatureCommand.Install(name, Optional.empty()));
            change(new FeatureCommand.Uninstall(name, Optional.of(Duration.ZERO)));
        }
        Await.until("at most one retired class loader a bundle", () -> loaders.lingering()
                .isEmpty());
        assertThat(names(line -> line.state() == State.TROUBLED)).isEmpty();
    }

    @Test
    public void aFeatureThatOthersNeedLeavesAfterThem() {
        List<String> needing = needing("patchbay-camel");
        assertThat(needing).contains("patchbay-email", "patchbay-sms");
        assertThat(refusal(new FeatureCommand.Uninstall("patchbay-camel", Optional.empty())))
                .contains("needed by", "patchbay-email", "patchbay-sms");
        needing.forEach(name -> change(new FeatureCommand.Uninstall(name, Optional.of(Duration.ZERO))));
        change(new FeatureCommand.Uninstall("camel", Optional.empty()));
        change(new FeatureCommand.Install("camel", Optional.empty()));
        needing.forEach(name -> change(new FeatureCommand.Install(name, Optional.empty())));
    }

    @Test
    public void whatCarriesAllStays() {
        assertThat(refusal(new FeatureCommand.Uninstall("patchbay-core", Optional.empty())))
                .contains("needed by");
        assertThat(refusal(new FeatureCommand.Uninstall("patchbay-provision", Optional.empty())))
                .contains("it stays");
        assertThat(refusal(new FeatureCommand.Uninstall("patchbay-nothing", Optional.empty())))
                .contains("not installed");
        assertThat(refusal(new FeatureCommand.Install("patchbay-nothing", Optional.empty())))
                .contains("There is no feature");
    }

    private List<String> leaving() {
        return names(line -> line.name().startsWith("patchbay-")
                && line.state() == State.RUNNING
                && line.ties().neededBy().isEmpty()
                && !line.name().equals("patchbay-provision"));
    }

    private List<String> needing(String name) {
        return features.all().stream()
                .filter(line -> line.name().equals(name))
                .flatMap(line -> line.ties().neededBy().stream())
                .sorted(Comparator.comparing((String other) -> needing(other).size()))
                .toList();
    }

    private List<String> names(java.util.function.Predicate<FeatureLine> which) {
        return features.all().stream().filter(which).map(FeatureLine::name).toList();
    }

    /** Carries a change out and looks whether exactly its plan happened. */
    private void change(FeatureCommand wish) {
        FeaturePlan plan = features.plan(wish);
        assertThat(plan.refusals()).as("%s", wish).isEmpty();
        Map<String, BundleWiring> before = wirings();
        loaders.watch(before, plan.bundles().go());
        CommandResult result =
                commands.execute(TESTER, wish, "").toCompletableFuture().join();
        assertThat(result).as("%s", wish).isInstanceOf(CommandResult.Done.class);
        Map<String, BundleWiring> after = wirings();
        assertThat(difference(before.keySet(), after.keySet()))
                .as("gone after %s", wish)
                .containsExactlyInAnyOrderElementsOf(plan.bundles().go());
        assertThat(difference(after.keySet(), before.keySet()))
                .as("came with %s", wish)
                .containsExactlyInAnyOrderElementsOf(plan.bundles().come());
        assertThat(after.keySet().stream()
                        .filter(before::containsKey)
                        .filter(name -> before.get(name) != after.get(name)))
                .as("wired anew by %s", wish)
                .isEmpty();
    }

    private String refusal(FeatureCommand wish) {
        CommandResult result =
                commands.execute(TESTER, wish, "").toCompletableFuture().join();
        assertThat(result).isInstanceOf(CommandResult.Refused.class);
        Problem problem = ((CommandResult.Refused) result).problem();
        assertThat(features.plan(wish).refusals()).contains(problem);
        return problem.english();
    }

    private Map<String, BundleWiring> wirings() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.adapt(BundleWiring.class) != null)
                .collect(Collectors.toMap(FeaturesIT::named, bundle -> bundle.adapt(BundleWiring.class), (a, b) -> a));
    }

    private static String named(Bundle bundle) {
        return bundle.getSymbolicName() + " " + bundle.getVersion();
    }

    private static Set<String> difference(Set<String> all, Set<String> without) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(without);
        return rest;
    }
}
