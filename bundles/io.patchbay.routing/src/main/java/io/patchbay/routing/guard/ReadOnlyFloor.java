// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.guard;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.spi.routing.ContactId;
import io.patchbay.spi.routing.Floor;
import io.patchbay.spi.routing.FreeAgent;
import io.patchbay.spi.routing.QueueGoal;
import io.patchbay.spi.routing.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A floor that cannot be cast into one that can be changed. */
record ReadOnlyFloor(Floor floor) implements Floor {
    @Override
    public Stream<FreeAgent> agentsFor(Waiting contact) {
        return floor.agentsFor(contact);
    }

    @Override
    public Optional<FreeAgent> firstFor(Waiting contact) {
        return floor.firstFor(contact);
    }

    @Override
    public Optional<FreeAgent> primaryFor(Waiting contact) {
        return floor.primaryFor(contact);
    }

    @Override
    public int spare(SkillId skill, WorkKind kind) {
        return floor.spare(skill, kind);
    }

    @Override
    public Stream<Waiting> contactsFor(FreeAgent agent) {
        return floor.contactsFor(agent);
    }

    @Override
    public List<? extends Line> lines(FreeAgent agent) {
        return floor.lines(agent);
    }

    @Override
    public int arrivals(SkillId skill, Instant after) {
        return floor.arrivals(skill, after);
    }

    @Override
    public Optional<FreeAgent> agent(AgentId agent) {
        return floor.agent(agent);
    }

    @Override
    public Optional<Waiting> contact(ContactId contact) {
        return floor.contact(contact);
    }

    @Override
    public Optional<QueueGoal> goal(QueueId queue) {
        return floor.goal(queue);
    }
}
