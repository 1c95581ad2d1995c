// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.matching;

import io.patchbay.api.id.AgentId;
import io.patchbay.spi.routing.Choice;
import io.patchbay.spi.routing.ContactId;
import io.patchbay.spi.routing.FreeAgent;
import io.patchbay.spi.routing.IndexedFloor;
import io.patchbay.spi.routing.Matching;
import io.patchbay.spi.routing.RoutingStrategy;
import io.patchbay.spi.routing.Waiting;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Matching on an indexed floor by a strategy; what the strategy says is checked before it counts. */
public final class FloorMatching implements Matching {
    private final IndexedFloor floor = new IndexedFloor();
    private final Supplier<RoutingStrategy> strategy;

    /** Makes an empty one; the strategy is asked for at each decision. */
    public FloorMatching(Supplier<RoutingStrategy> strategy) {
        this.strategy = strategy;
    }

    @Override
    public void contactWaits(Waiting contact) {
        floor.put(contact);
    }

    @Override
    public void contactGone(ContactId contact) {
        floor.removeContact(contact);
    }

    @Override
    public void agentChanged(AgentId agent, Optional<FreeAgent> room) {
        floor.removeAgent(agent);
        room.ifPresent(floor::put);
    }

    @Override
    public Optional<Match> forContact(ContactId contact, Instant now) {
        return floor.contact(contact)
                .flatMap(waiting -> strategy.get().agentFor(waiting, floor, now) instanceof Choice.Take<AgentId> take
                        ? checked(waiting, take.id(), take.reason())
                        : Optional.empty());
    }

    @Override
    public Optional<Match> forAgent(AgentId agent, Instant now) {
        return floor.agent(agent)
                .flatMap(there -> strategy.get().contactFor(there, floor, now) instanceof Choice.Take<ContactId> take
                        ? floor.contact(take.id()).flatMap(waiting -> checked(waiting, agent, take.reason()))
                        : Optional.empty());
    }

    /** A strategy that names somebody who does not fit is not followed. */
    private Optional<Match> checked(Waiting waiting, AgentId agent, String reason) {
        return floor.agent(agent)
                .filter(there -> there.fits(waiting))
                .map(there -> new Match(waiting.id(), agent, reason));
    }
}
