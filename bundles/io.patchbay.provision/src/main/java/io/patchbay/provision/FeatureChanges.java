// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.provision.api.FeatureChange;
import io.patchbay.provision.api.FeatureCommand;
import io.patchbay.provision.api.FeaturePlan;
import io.patchbay.provision.channel.Channels;
import io.patchbay.provision.channel.Draining;
import io.patchbay.provision.container.KarafFeatures;
import io.patchbay.provision.container.UnreadableBundle;
import io.patchbay.provision.container.Wirings;
import io.patchbay.provision.plan.Container.Named;
import io.patchbay.provision.plan.Planner;
import io.patchbay.spi.channel.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.FeaturesService.Option;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries changes of features out: plan, drain, change, trace. Changes are made by one thread. */
final class FeatureChanges {
    private static final Logger log = LoggerFactory.getLogger(FeatureChanges.class);

    private final FeaturesService karaf;
    private final KarafFeatures features;
    private final Wirings wirings;
    private final Channels channels;
    private final Draining draining;
    private final Trace trace;
    private final Map<String, FeatureChange> last = new ConcurrentHashMap<>();

    FeatureChanges(
            FeaturesService karaf,
            KarafFeatures features,
            Wirings wirings,
            Channels channels,
            Draining draining,
            Trace trace) {
        this.karaf = karaf;
        this.features = features;
        this.wirings = wirings;
        this.channels = channels;
        this.draining = draining;
        this.trace = trace;
    }

    Optional<FeatureChange> last(String bundle) {
        return Optional.ofNullable(last.get(bundle));
    }

    /** What a wish would do, and whether it would resolve. */
    FeaturePlan plan(FeatureCommand wish) {
        FeaturePlan plan = outline(wish);
        if (plan.allowed() && !(wish instanceof FeatureCommand.Uninstall)) {
            try {
                act(wish, plan, EnumSet.of(Option.Simulate));
            } catch (Exception e) { // what the features service declares: it does not resolve
                return refused(wish, "feature-unresolved", e);
            }
        }
        return plan;
    }

    private FeaturePlan outline(FeatureCommand wish) {
        try {
            FeaturePlan plan = new Planner(features.graph(), wirings).plan(wish);
            return new FeaturePlan(
                    plan.feature(),
                    plan.version(),
                    plan.bundles(),
                    plan.features(),
                    Draining.live(channels.touched(plan.bundles())),
                    plan.refusals());
        } catch (UnreadableBundle e) {
            return refused(wish, "feature-unreadable", e);
        }
    }

    private static FeaturePlan refused(FeatureCommand wish, String code, Exception failure) {
        return new FeaturePlan(
                wish.feature(),
                "",
                new FeaturePlan.Bundles(List.of(), List.of(), List.of()),
                Set.of(),
                Map.of(),
                List.of(Problem.of(
                        code,
                        "The feature {0} does not work here: {1}.",
                        "功能 {0} 无法在此安装：{1}。",
                        wish.feature(),
                        String.valueOf(failure.getMessage()))));
    }

    /** Waits for what runs as long as the wish says; on the thread of changes. */
    CompletionStage<CommandResult> carryOut(Actor actor, FeatureCommand wish) {
        FeaturePlan plan = outline(wish);
        Optional<Duration> drain = drain(wish);
        if (!plan.allowed()) {
            return refused(CommandResult.Kind.CONFLICT, plan.refusals().get(0));
        } else if (plan.running() > 0 && drain.isEmpty()) {
            return refused(CommandResult.Kind.CONFLICT, running(plan));
        }
        List<Channel> leaving = channels.touched(plan.bundles());
        List<ChannelKey> keys = leaving.stream().map(Channel::key).toList();
        note(plan, new FeatureChange(plan.feature(), kind(wish), actor.text(), Instant.now()));
        draining.begin(leaving);
        try {
            int ended =
                    draining.runDry(leaving, drain.orElse(Duration.ZERO), "taken out of service by " + actor.text());
            Map<Long, BundleWiring> before = wirings.picture();
            act(wish, plan, EnumSet.noneOf(Option.class));
            return traced(actor, wish, plan, ended, wirings.rewiredSince(before));
        } catch (Exception e) { // what the features service declares: nothing was changed, or what can be was
            log.error("{} of the feature {} failed", kind(wish), plan.feature(), e);
            return refused(
                    CommandResult.Kind.CONFLICT,
                    Problem.of(
                            "feature-failed",
                            "The feature {0} was not changed as wished: {1}.",
                            "功能 {0} 变更失败：{1}。",
                            plan.feature(),
                            String.valueOf(e.getMessage())));
        } finally {
            draining.end(keys, channels.all());
        }
    }

    private void act(FeatureCommand wish, FeaturePlan plan, EnumSet<Option> options) throws Exception {
        if (wish instanceof FeatureCommand.Uninstall) {
            karaf.uninstallFeature(plan.feature(), options);
        } else if (wish instanceof FeatureCommand.Install) {
            karaf.installFeature(plan.feature(), plan.version(), options);
        } else {
            EnumSet<Option> upgrade = EnumSet.of(Option.Upgrade);
            upgrade.addAll(options);
            karaf.installFeature(plan.feature(), plan.version(), upgrade);
        }
    }

    private CompletionStage<CommandResult> traced(
            Actor actor, FeatureCommand wish, FeaturePlan plan, int ended, List<Named> rewired) {
        List<String> strangers =
                new ArrayList<>(rewired.stream().map(Named::toString).toList());
        strangers.removeAll(plan.bundles().come());
        strangers.removeAll(plan.bundles().go());
        if (!strangers.isEmpty()) {
            log.warn("Changing {} restarted bundles outside its plan: {}", plan.feature(), strangers);
        }
        log.info(
                "{} {} {} of {}",
                actor.text(),
                kind(wish).name().toLowerCase(Locale.ROOT),
                plan.feature(),
                plan.version());
        Map<String, Object> body = Map.of("feature", plan.feature(), "version", plan.version(), "ended", (long) ended);
        Map<String, Object> result = new HashMap<>(body);
        result.put("come", plan.bundles().come());
        result.put("go", plan.bundles().go());
        result.put("restarted", strangers);
        return trace.write(actor, event(wish), body, result);
    }

    private void note(FeaturePlan plan, FeatureChange change) {
        Stream.concat(plan.bundles().go().stream(), plan.bundles().come().stream())
                .map(named -> named.substring(0, named.indexOf(' ')))
                .forEach(bundle -> last.put(bundle, change));
    }

    private static Optional<Duration> drain(FeatureCommand wish) {
        if (wish instanceof FeatureCommand.Uninstall uninstall) {
            return uninstall.drain();
        }
        return wish instanceof FeatureCommand.Update update ? update.drain() : Optional.empty();
    }

    private static FeatureChange.Kind kind(FeatureCommand wish) {
        if (wish instanceof FeatureCommand.Uninstall) {
            return FeatureChange.Kind.UNINSTALL;
        }
        return wish instanceof FeatureCommand.Update ? FeatureChange.Kind.UPDATE : FeatureChange.Kind.INSTALL;
    }

    private static String event(FeatureCommand wish) {
        return switch (kind(wish)) {
            case INSTALL -> "feature.installed";
            case UPDATE -> "feature.updated";
            case UNINSTALL -> "feature.uninstalled";
        };
    }

    private static Problem running(FeaturePlan plan) {
        return Problem.of(
                "contacts-running",
                "{0,choice,1#1 contact|1<{0} contacts} would be cut off: {1}. Give drainSeconds to let them end, or end to end them now.",
                "将中断 {0} 个联络：{1}。请指定 drainSeconds 等待其结束，或指定 end 立即结束。",
                plan.running(),
                String.join(
                        ", ",
                        plan.live().entrySet().stream()
                                .map(one -> one.getKey() + " " + one.getValue())
                                .sorted()
                                .toList()));
    }

    private static CompletionStage<CommandResult> refused(CommandResult.Kind kind, Problem why) {
        return CompletableFuture.completedStage(new CommandResult.Refused(kind, why));
    }
}
