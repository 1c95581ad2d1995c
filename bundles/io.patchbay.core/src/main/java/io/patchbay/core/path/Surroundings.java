// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.agent.Presence;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.core.model.LiveInteraction;
import io.patchbay.core.slot.Turn;
import io.patchbay.spi.channel.Channel;
import io.patchbay.spi.event.FactType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What the steps of one slot ask of the rest of the core. */
interface Surroundings {
    /** A queue's settings now. */
    Optional<QueueSettings> queue(QueueId queue);

    /** A person's record now. */
    Optional<Person> person(UserId user);

    /** The codes of a use, retired ones included. */
    List<Code> codes(Code.Use use);

    /** A channel that is there. */
    Optional<Channel> channel(ChannelKey key);

    /** What a fact's key is declared as, if it is. */
    Optional<FactType> factType(String key);

    /** The kinds of work whose device does not reach an agent now. */
    Set<WorkKind> unreachable(AgentId agent);

    /** Takes a turn of this slot after a while. */
    void later(Duration delay, Consumer<Turn> work);

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

    /** An agent's presence, also in another group; empty if he never worked. */
    Optional<Presence> presence(AgentId agent);
}
