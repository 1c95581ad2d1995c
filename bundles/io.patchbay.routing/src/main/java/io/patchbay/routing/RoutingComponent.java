// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.people.People;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.CodeTree;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.queue.Skill;
import io.patchbay.api.queue.WorkMatrix;
import io.patchbay.routing.guard.StrategyBook;
import io.patchbay.routing.matching.FloorMatching;
import io.patchbay.routing.settings.RoutingSettings;
import io.patchbay.routing.store.SettingsTables;
import io.patchbay.spi.routing.Matching;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Routing as services: what administrators say, and the matching of each slot. */
@Component(service = {Queues.class, Matching.Factory.class, RoutingComponent.class})
public final class RoutingComponent implements Queues, Matching.Factory {
    private final StrategyBook strategies = new StrategyBook();
    private final RoutingSettings settings;
    private final ExecutorService worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(1_000),
            work -> new Thread(work, "patchbay-routing-1"));

    @Activate
    public RoutingComponent(
            @Reference(target = "(osgi.unit.name=routing)") Transactions transactions,
            @Reference Outbox outbox,
            @Reference People people) {
        settings = new RoutingSettings(new SettingsTables(transactions, outbox), people, InstantSource.system());
    }

    @Deactivate
    void close() {
        worker.shutdown();
    }

    /** For the command handlers of this bundle. */
    public RoutingSettings settings() {
        return settings;
    }

    /** The routing strategies there are. */
    public StrategyBook strategies() {
        return strategies;
    }

    /** Where changes are carried out, off the caller's thread. */
    public ExecutorService worker() {
        return worker;
    }

    @Override
    public Matching create() {
        return new FloorMatching(settings::everyQueue, strategies);
    }

    @Override
    public List<QueueSettings> queues(Scope scope) {
        return settings.queues(scope);
    }

    @Override
    public Optional<QueueSettings> queue(Scope scope, QueueId id) {
        return settings.queue(scope, id);
    }

    @Override
    public List<Skill> skills() {
        return settings.skills();
    }

    @Override
    public WorkMatrix matrix() {
        return settings.matrix();
    }

    @Override
    public List<Code> codes(Code.Use use) {
        return settings.codes(use);
    }

    @Override
    public CodeTree tree(Code.Use use) {
        return settings.tree(use);
    }

    @Override
    public CodeTree tree(Code.Use use, Instant at) {
        return settings.tree(use, at);
    }
}
