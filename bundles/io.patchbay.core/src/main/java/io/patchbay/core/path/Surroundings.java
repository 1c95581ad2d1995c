// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.address.Address;
import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.CodeTree;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.WorkMatrix;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.slot.Turn;
import io.patchbay.spi.channel.Channel;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.OutboundCalls;
import io.patchbay.spi.event.FactType;
import io.patchbay.spi.treatment.TreatmentQuestion;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What the steps of one slot ask of the rest of the core. */
interface Surroundings {
    /** What the core knows of queues, people and time. */
    Known known();

    /** A queue's settings now. */
    default Optional<QueueSettings> queue(QueueId queue) {
        return known().queue(queue);
    }

    /** The share of today's contacts answered in time; empty while nothing was decided. */
    default Optional<Double> serviceLevel(QueueId queue) {
        return known().serviceLevel(queue);
    }

    /** Whether a queue's calendar is open now. */
    default boolean open(QueueSettings queue) {
        return known().open(queue);
    }

    /** What may come to agents beside what they do. */
    default WorkMatrix matrix() {
        return known().matrix();
    }

    /** Tells a contact that it cannot be kept waiting, and lets it go. */
    void letGo(Turn turn, LiveInteraction contact, Problem problem);

    /** A person's record now. */
    default Optional<Person> person(UserId user) {
        return known().person(user);
    }

    /** The codes of a use, retired ones included. */
    default List<Code> codes(Code.Use use) {
        return known().codes(use);
    }

    /** The wrap-up codes as a tree. */
    default CodeTree dispositions() {
        return known().dispositions();
    }

    /** A channel that is there. */
    default Optional<Channel> channel(ChannelKey key) {
        return known().channel(key);
    }

    /** Has the treatments asked about a contact; false if there are none. */
    boolean treats(InteractionId id, TreatmentQuestion question);

    /** What a fact's key is declared as, if it is. */
    default Optional<FactType> factType(String key) {
        return known().factType(key);
    }

    /** The kinds of work whose device does not reach an agent now. */
    default Set<WorkKind> unreachable(AgentId agent) {
        return known().unreachable(agent);
    }

    /** How customers are called now; empty if nobody can. */
    default Optional<OutboundCalls> outbound() {
        return known().outbound().flatMap(Channel::outbound);
    }

    /** The channel that calls them. */
    default ChannelKey outboundChannel() {
        return known().outbound().map(Channel::key).orElse(new ChannelKey("voice"));
    }

    /**
     * Notes that a number is called back for a contact.
     *
     * @return the number of the contact for which it is already; empty if it was free
     */
    default Optional<String> callbackFor(Address number, LiveInteraction contact) {
        return known().callbackFor(number, contact.id(), contact.arrived().number());
    }

    /** What a party that is called tells, in a turn of the contact's slot. */
    void signal(InteractionId id, ChannelSession from, ChannelSignal signal);

    /** Whether a waiting contact may be offered now; if not, it is tried again by itself. */
    boolean mayBeOffered(Turn turn, LiveInteraction contact);

    /** The phone of an agent who calls from his desk does not take it: nobody is dialled. */
    void calledOff(Turn turn, LiveInteraction contact, String why, Actor actor);

    /** The phone of an agent who calls a colleague is there. */
    void innerBegins(Turn turn, LiveInteraction contact, AgentId caller);

    /** Whether an agent has called out as often as his unit lets him; empty if not. */
    default Optional<OutboundCap.Full> outboundFull(AgentId agent, UnitId unit) {
        return known().outboundCap().full(agent, unit, known().now());
    }

    /** An agent calls out now. */
    default void calledOut(AgentId agent) {
        known().outboundCap().made(agent, known().now());
    }

    /** The zone of a unit's day. */
    default ZoneId zone(UnitId unit) {
        return known().zone(unit);
    }

    /** A contact has entered a queue. */
    void entered(LiveInteraction contact);

    /** Takes a turn of this slot after a while. */
    void later(Duration delay, Consumer<Turn> work);

    /** Asks a customer whose agent's part ends what he says of it; whether he is asked. */
    boolean asksRating(Turn turn, LiveInteraction contact, Actor actor);

    /** A contact is here anew: an open question goes on. */
    void ratingGoesOn(Turn turn, LiveInteraction contact);

    /** Somebody's place in a queue may have changed. */
    void placesChanged();

    /** A contact was accepted; for wait estimates. */
    void accepted(LiveInteraction contact, Instant at);

    /** A contact is closed and leaves the slot. */
    void closed(LiveInteraction contact);

    /** Whether a contact, as it now waits, belongs to another group. */
    boolean elsewhere(LiveInteraction contact);

    /** Gives a contact to the group it belongs to, once this turn is durable. */
    void handOver(Turn turn, LiveInteraction contact);

    /** Whose extension a number is, if it is one. */
    default Optional<Person> extension(String number) {
        return known().extension(number);
    }

    /** Whether an agent is decided about in this slot. */
    boolean decidedHere(AgentId agent);

    /** An agent is a guest in a contact, as said, or no more; wherever he is decided about. */
    void visits(Turn turn, AgentId agent, Optional<AgentDesk.Participation> visit, InteractionId contact);

    /** The remote side or the agent goes: whoever was asked in goes too. */
    void guestsGo(Turn turn, LiveInteraction contact);

    /** An agent as published, also of another group; empty if he never worked. */
    default Optional<AgentState> agent(AgentId agent) {
        return known().agent(agent);
    }
}
