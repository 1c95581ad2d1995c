// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.matching;

import io.patchbay.api.id.AgentId;
import io.patchbay.routing.guard.StrategyBook.Seat;
import io.patchbay.spi.routing.Choice;
import io.patchbay.spi.routing.ContactId;
import io.patchbay.spi.routing.FreeAgent;
import io.patchbay.spi.routing.IndexedFloor;
import io.patchbay.spi.routing.Matching.Match;
import io.patchbay.spi.routing.Waiting;
import java.time.Instant;
import java.util.Optional;

/** The contacts of all queues with one strategy, every free agent, and that strategy; its answers are checked. */
record Part(Seat seat, IndexedFloor floor) {
    Part(Seat seat) {
        this(seat, new IndexedFloor());
    }

    /** What the strategy gives the agent. */
    Optional<Match> forAgent(FreeAgent agent, Instant now) {
        Choice<ContactId> choice = seat.strategy().contactFor(agent, floor, now);
        if (!(choice instanceof Choice.Take<ContactId> take)) {
            return Optional.empty();
        }
        Waiting contact = floor.contact(take.id())
                .filter(agent::fits)
                .orElseThrow(() -> seat.nonsense("it gave " + agent.agent() + " what he cannot take: " + take.id()));
        return Optional.of(new Match(contact.id(), agent.agent(), take.reason()));
    }

    /** Whom the strategy gives the contact. */
    Optional<Match> forContact(Waiting contact, Instant now) {
        Choice<AgentId> choice = seat.strategy().agentFor(contact, floor, now);
        if (!(choice instanceof Choice.Take<AgentId> take)) {
            return Optional.empty();
        }
        FreeAgent agent = floor.agent(take.id())
                .filter(there -> there.fits(contact))
                .orElseThrow(() -> seat.nonsense("it gave " + contact.id() + " to who cannot take it: " + take.id()));
        return Optional.of(new Match(contact.id(), agent.agent(), take.reason()));
    }
}
