// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.address.Address;
import io.patchbay.api.agent.AgentDesk;
import io.patchbay.api.agent.Presence;
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
    /** A queue's settings now. */
    Optional<QueueSettings> queue(QueueId queue);

    /** The share of today's contacts answered in time; empty while nothing was decided. */
    Optional<Double> serviceLevel(QueueId queue);

    /** Whether a queue's calendar is open now. */
    boolean open(QueueSettings queue);

    /** What may come to agents beside what they do. */
    WorkMatrix matrix();

    /** Tells a contact that it cannot be kept waiting, and lets it go. */
    void letGo(Turn turn, LiveInteraction contact, Problem problem);

    /** A person's record now. */
    Optional<Person> person(UserId user);

    /** The codes of a use, retired ones included. */
    List<Code> codes(Code.Use use);

    /** The wrap-up codes as a tree. */
    CodeTree dispositions();

    /** A channel that is there. */
    Optional<Channel> channel(ChannelKey key);

    /** Has the treatments asked about a contact; false if there are none. */
    boolean treats(InteractionId id, TreatmentQuestion question);

    /** What a fact's key is declared as, if it is. */
    Optional<FactType> factType(String key);

    /** The kinds of work whose device does not reach an agent now. */
    Set<WorkKind> unreachable(AgentId agent);

    /** How customers are called now; empty if nobody can. */
    Optional<OutboundCalls> outbound();

    /** The channel that calls them. */
    ChannelKey outboundChannel();

    /**
     * Notes that a number is called back for a contact.
     *
     * @return the number of the contact for which it is already; empty if it was free
     */
    Optional<String> callbackFor(Address number, LiveInteraction contact);

    /** What a party that is called tells, in a turn of the contact's slot. */
    void signal(InteractionId id, ChannelSession from, ChannelSignal signal);

    /** Whether a waiting contact may be offered now; if not, it is tried again by itself. */
    boolean mayBeOffered(Turn turn, LiveInteraction contact);

    /** The phone of an agent who calls from his desk does not take it: nobody is dialled. */
    void calledOff(Turn turn, LiveInteraction contact, String why, Actor actor);

    /** Whether an agent has called out as often as his unit lets him; empty if not. */
    Optional<OutboundCap.Full> outboundFull(AgentId agent, UnitId unit);

    /** An agent calls out now. */
    void calledOut(AgentId agent);

    /** The zone of a unit's day. */
    ZoneId zone(UnitId unit);

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
    Optional<Person> extension(String number);

    /** Whether an agent is decided about in this slot. */
    boolean decidedHere(AgentId agent);

    /** An agent is a guest in a contact, as said, or no more; wherever he is decided about. */
    void visits(Turn turn, AgentId agent, Optional<AgentDesk.Participation> visit, InteractionId contact);

    /** The remote side or the agent goes: whoever was asked in goes too. */
    void guestsGo(Turn turn, LiveInteraction contact);

    /** An agent's presence, also in another group; empty if he never worked. */
    Optional<Presence> presence(AgentId agent);
}
