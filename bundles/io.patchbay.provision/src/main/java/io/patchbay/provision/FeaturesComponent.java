// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.watch.Watch;
import io.patchbay.provision.api.ChannelCommand;
import io.patchbay.provision.api.FeatureChange;
import io.patchbay.provision.api.FeatureCommand;
import io.patchbay.provision.api.FeatureLine;
import io.patchbay.provision.api.FeaturePlan;
import io.patchbay.provision.api.Features;
import io.patchbay.provision.channel.Channels;
import io.patchbay.provision.channel.Draining;
import io.patchbay.provision.container.Inventory;
import io.patchbay.provision.container.KarafFeatures;
import io.patchbay.provision.container.Shelf;
import io.patchbay.provision.container.Wirings;
import io.patchbay.spi.channel.Admission;
import io.patchbay.spi.channel.Channel;
import io.patchbay.store.Home;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.karaf.features.DeploymentEvent;
import org.apache.karaf.features.DeploymentListener;
import org.apache.karaf.features.FeaturesService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Features as a service. One thread changes them, one change after the other. */
@Component(
        service = {Features.class, FeaturesComponent.class},
        immediate = true)
public final class FeaturesComponent implements Features, DeploymentListener {
    private static final long LOOK_SECONDS = 2;

    private final FeaturesService karaf;
    private final Channels channels = new Channels();
    private final Draining draining;
    private final FeatureList list;
    private final FeatureChanges changes;
    private final ChannelDoors doors;
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private final ScheduledThreadPoolExecutor worker =
            new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "patchbay-provision-1"));

    @Activate
    public FeaturesComponent(
            BundleContext context,
            @Reference FeaturesService karaf,
            @Reference Admission admission,
            @Reference Journal journal,
            @Reference Home home) {
        this.karaf = karaf;
        draining = new Draining(admission);
        KarafFeatures features = new KarafFeatures(karaf);
        Wirings wirings = new Wirings(context);
        Trace trace = new Trace(journal);
        list = new FeatureList(features, wirings, new Inventory(context));
        changes = new FeatureChanges(karaf, features, wirings, channels, draining, trace);
        doors = new ChannelDoors(channels, draining, trace);
        karaf.registerListener(this);
        Shelf shelf = new Shelf(home.root().resolve("features"), home.data().resolve("kar"), karaf);
        var unused = worker.scheduleWithFixedDelay(shelf::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addChannel(Channel channel, ServiceReference<Channel> reference) {
        channels.add(channel, reference.getBundle().getSymbolicName());
    }

    public void removeChannel(Channel channel) {
        channels.remove(channel);
    }

    @Deactivate
    void close() {
        karaf.unregisterListener((DeploymentListener) this);
        worker.shutdownNow();
    }

    @Override
    public List<FeatureLine> all() {
        return list.all();
    }

    @Override
    public FeaturePlan plan(FeatureCommand wish) {
        return changes.plan(wish);
    }

    @Override
    public Optional<FeatureChange> lastChange(String symbolicName) {
        return changes.last(symbolicName);
    }

    @Override
    public Watch watch(Runnable changed) {
        followers.add(changed);
        return () -> followers.remove(changed);
    }

    @Override
    public void deploymentEvent(DeploymentEvent event) {
        if (event == DeploymentEvent.DEPLOYMENT_FINISHED) {
            followers.forEach(Runnable::run);
        }
    }

    /** Changes a feature, after the changes asked for before. */
    CompletionStage<CommandResult> change(Actor actor, FeatureCommand wish) {
        return later(() -> changes.carryOut(actor, wish));
    }

    /** Closes or opens a channel; needs no place in the line. */
    CompletionStage<CommandResult> door(Actor actor, ChannelCommand wish) {
        return doors.carryOut(actor, wish);
    }

    private CompletionStage<CommandResult> later(Supplier<CompletionStage<CommandResult>> work) {
        return CompletableFuture.supplyAsync(work, worker).thenCompose(done -> done);
    }
}
