// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.access.Scope;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Unit;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.spi.channel.Channel;
import io.patchbay.spi.channel.Reach;
import io.patchbay.spi.event.FactType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the core knows of queues, people and time; read as Patchbay itself. */
public final class Known {
    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Shanghai");

    private final Queues queues;
    private final People people;
    private final InstantSource clock;
    private final Function<AgentId, Optional<Presence>> presence;
    private final Supplier<List<FactType>> facts;
    private final Supplier<List<Reach>> reach;
    private final Supplier<List<Channel>> channels;

    public Known(
            Queues queues,
            People people,
            InstantSource clock,
            Function<AgentId, Optional<Presence>> presence,
            Supplier<List<FactType>> facts,
            Supplier<List<Reach>> reach,
            Supplier<List<Channel>> channels) {
        this.queues = queues;
        this.people = people;
        this.clock = clock;
        this.presence = presence;
        this.facts = facts;
        this.reach = reach;
        this.channels = channels;
    }

    /** An agent's presence as published. */
    public Optional<Presence> presence(AgentId agent) {
        return presence.apply(agent);
    }

    /** What a fact's key is declared as now. */
    public Optional<FactType> factType(String key) {
        return facts.get().stream().filter(type -> type.key().equals(key)).findFirst();
    }

    /** A channel that is there. */
    public Optional<Channel> channel(ChannelKey key) {
        return channels.get().stream()
                .filter(channel -> channel.key().equals(key))
                .findFirst();
    }

    /** The kinds of work whose device does not reach an agent now. */
    public Set<WorkKind> unreachable(AgentId agent) {
        return reach.get().stream()
                .filter(one -> !one.reaches(agent))
                .map(Reach::kind)
                .collect(Collectors.toSet());
    }

    public Instant now() {
        return clock.instant();
    }

    public Optional<QueueSettings> queue(QueueId id) {
        return queues.queue(Scope.system(), id);
    }

    public List<QueueSettings> queues() {
        return queues.queues(Scope.system());
    }

    public Optional<Person> person(UserId user) {
        return people.person(Scope.system(), user);
    }

    public List<Person> people() {
        return people.people(Scope.system());
    }

    public List<Code> codes(Code.Use use) {
        return queues.codes(use);
    }

    /** The zone of a queue's business day. */
    public ZoneId zone(QueueSettings queue) {
        return people.units(Scope.system()).stream()
                .filter(unit -> unit.id().equals(queue.unit()))
                .findFirst()
                .map(Unit::zone)
                .orElse(DEFAULT_ZONE);
    }
}
