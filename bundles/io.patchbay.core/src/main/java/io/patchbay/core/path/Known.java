// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.access.Scope;
import io.patchbay.api.address.Address;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Unit;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.CodeTree;
import io.patchbay.api.queue.QueueHours;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.queue.WorkMatrix;
import io.patchbay.core.estimate.WaitEstimates;
import io.patchbay.core.treat.Treatments;
import io.patchbay.spi.channel.Channel;
import io.patchbay.spi.channel.Reach;
import io.patchbay.spi.event.FactType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the core knows of queues, people and time; read as Patchbay itself. */
public final class Known {
    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Shanghai");

    private final Queues queues;
    private final People people;
    private final InstantSource clock;
    private final Function<AgentId, Optional<AgentState>> agents;
    private final Supplier<List<FactType>> facts;
    private final Supplier<List<Reach>> reach;
    private final Supplier<List<Channel>> channels;
    private final OutboundCap outboundCap = new OutboundCap();
    private final WaitEstimates estimates = new WaitEstimates();
    private volatile CallbackVocabulary vocabulary = CallbackVocabulary.USUAL;
    private final Map<Address, CallbackOf> callbacks = new ConcurrentHashMap<>();
    private final Function<QueueId, Optional<Double>> serviceLevel;
    private final Supplier<Optional<QueueHours>> hours;
    private final Treatments treatments;

    public Known(
            Queues queues,
            People people,
            InstantSource clock,
            Function<AgentId, Optional<AgentState>> agents,
            Supplier<List<FactType>> facts,
            Supplier<List<Reach>> reach,
            Supplier<List<Channel>> channels,
            Function<QueueId, Optional<Double>> serviceLevel,
            Supplier<Optional<QueueHours>> hours,
            Treatments treatments) {
        this.queues = queues;
        this.people = people;
        this.clock = clock;
        this.agents = agents;
        this.facts = facts;
        this.reach = reach;
        this.channels = channels;
        this.serviceLevel = serviceLevel;
        this.hours = hours;
        this.treatments = treatments;
    }

    /** An agent as published; empty if he never worked. */
    Optional<AgentState> agent(AgentId agent) {
        return agents.apply(agent);
    }

    /** The share of a queue's contacts of today answered in time. */
    public Optional<Double> serviceLevel(QueueId queue) {
        return serviceLevel.apply(queue);
    }

    /** Whether a queue's calendar is open; a queue is, as long as nobody knows calendars. */
    public boolean open(QueueSettings queue) {
        return hours.get().map(known -> known.open(queue, now())).orElse(true);
    }

    /** What may come to agents beside what they do. */
    public WorkMatrix matrix() {
        return queues.matrix();
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

    /** The words by which customers ask for callbacks. */
    CallbackVocabulary vocabulary() {
        return vocabulary;
    }

    public void vocabulary(CallbackVocabulary words) {
        vocabulary = words;
    }

    /** How often agents may call out. */
    public OutboundCap outboundCap() {
        return outboundCap;
    }

    /** The channel that calls customers, if one can. */
    public Optional<Channel> outbound() {
        return channels.get().stream()
                .filter(channel -> channel.outbound().isPresent())
                .findFirst();
    }

    /** Notes that a number is called back for a contact; gives the number of the contact for which it already is. */
    Optional<String> callbackFor(Address number, InteractionId contact, String shown) {
        CallbackOf first = callbacks.putIfAbsent(number, new CallbackOf(contact, shown));
        return Optional.ofNullable(first)
                .filter(other -> !other.contact().equals(contact))
                .map(CallbackOf::shown);
    }

    /** Its number is free again. */
    void callbackOver(InteractionId contact) {
        callbacks.values().removeIf(call -> call.contact().equals(contact));
    }

    private record CallbackOf(InteractionId contact, String shown) {}

    /** The kinds of work whose device does not reach an agent now. */
    public Set<WorkKind> unreachable(AgentId agent) {
        return reach.get().stream()
                .filter(one -> !one.reaches(agent))
                .map(Reach::kind)
                .collect(Collectors.toSet());
    }

    /** What waiting customers are told. */
    public WaitEstimates estimates() {
        return estimates;
    }

    /** Who is asked about new contacts; empty if nobody is there to be asked. */
    Optional<Treatments> treatments() {
        return treatments.none() ? Optional.empty() : Optional.of(treatments);
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

    /** Whose extension a number is. */
    Optional<Person> extension(String number) {
        return people().stream()
                .filter(person -> person.enabled()
                        && person.extension().filter(number::equals).isPresent())
                .findFirst();
    }

    public List<Person> people() {
        return people.people(Scope.system());
    }

    public List<Code> codes(Code.Use use) {
        return queues.codes(use);
    }

    /** The wrap-up codes as a tree. */
    CodeTree dispositions() {
        return queues.tree(Code.Use.DISPOSITION);
    }

    /** A queue's business day. */
    public LocalDate today(QueueSettings queue) {
        return now().atZone(zone(queue)).toLocalDate();
    }

    /** The zone of a queue's business day. */
    public ZoneId zone(QueueSettings queue) {
        return zone(queue.unit());
    }

    /** The zone of a unit's business day. */
    public ZoneId zone(UnitId wanted) {
        return people.units(Scope.system()).stream()
                .filter(unit -> unit.id().equals(wanted))
                .findFirst()
                .map(Unit::zone)
                .orElse(DEFAULT_ZONE);
    }
}
