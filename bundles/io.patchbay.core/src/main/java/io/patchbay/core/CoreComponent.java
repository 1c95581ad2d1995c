// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.api.content.ContentVault;
import io.patchbay.api.customer.CustomerIdentification;
import io.patchbay.api.health.HealthPart;
import io.patchbay.api.people.People;
import io.patchbay.api.queue.Queues;
import io.patchbay.spi.routing.Matching;
import io.patchbay.store.Database;
import java.time.InstantSource;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The core of this node. While it is there, what was open is restored. */
@Component(
        service = {CoreComponent.class, HealthPart.class},
        immediate = true)
public final class CoreComponent implements HealthPart {
    private final CoreNode node;

    @Activate
    public CoreComponent(
            @Reference JournalComponent journal,
            @Reference Database database,
            @Reference ContentVault vault,
            @Reference Queues queues,
            @Reference People people,
            @Reference CustomerIdentification identification,
            @Reference Matching.Factory matching) {
        node = new CoreNode(new CoreNode.Parts(
                database, vault, journal.journal(), queues, people, identification, matching, InstantSource.system()));
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
