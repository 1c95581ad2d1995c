// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.api.content.ContentVault;
import io.patchbay.api.customer.CustomerIdentification;
import io.patchbay.api.health.HealthPart;
import io.patchbay.api.people.People;
import io.patchbay.api.queue.QueueHours;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.settings.Parameters;
import io.patchbay.api.watch.Watch;
import io.patchbay.spi.channel.Channel;
import io.patchbay.spi.channel.Reach;
import io.patchbay.spi.event.Declarations;
import io.patchbay.spi.event.FactType;
import io.patchbay.spi.routing.Matching;
import io.patchbay.spi.treatment.Treatment;
import io.patchbay.store.Database;
import io.patchbay.store.Home;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The core of this node. While it is there, what was open is restored. */
@Component(
        service = {CoreComponent.class, HealthPart.class},
        immediate = true)
public final class CoreComponent implements HealthPart {
    private final CoreNode node;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<Declarations> declarations = List.of();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<Channel> channels = List.of();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile QueueHours hours;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<Treatment> treatments = List.of();

    private final AtomicReference<Parameters> settings = new AtomicReference<>();
    private final Map<Reach, Watch> reach = new ConcurrentHashMap<>();

    @Activate
    public CoreComponent(
            @Reference JournalComponent journal,
            @Reference Database database,
            @Reference ContentVault vault,
            @Reference Queues queues,
            @Reference People people,
            @Reference CustomerIdentification identification,
            @Reference Matching.Factory matching,
            @Reference Home home) {
        node = new CoreNode(new CoreNode.Parts(
                database,
                vault,
                journal.journal(),
                queues,
                people,
                identification,
                matching,
                this::facts,
                () -> List.copyOf(reach.keySet()),
                () -> channels,
                () -> Optional.ofNullable(hours),
                () -> treatments,
                home.data().resolve("content"),
                InstantSource.system()));
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addReach(Reach added) {
        reach.put(added, added.watch(node::reachChanged));
        node.reachChanged();
    }

    void removeReach(Reach removed) {
        reach.remove(removed).close();
        node.reachChanged();
    }

    /** Settings come and go; without them the standards count. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setParameters(Parameters parameters) {
        node.parameters(parameters);
        settings.set(parameters);
    }

    void unsetParameters(Parameters parameters) {
        if (settings.compareAndSet(parameters, null)) {
            node.parameters(Parameters.STANDARD);
        }
    }

    private List<FactType> facts() {
        return declarations.stream().flatMap(bundle -> bundle.facts().stream()).toList();
    }

    @Deactivate
    void close() {
        node.close();
    }

    CoreNode node() {
        return node;
    }

    @Override
    public Health health() {
        return new Health("core", Level.UP, Optional.empty());
    }
}
