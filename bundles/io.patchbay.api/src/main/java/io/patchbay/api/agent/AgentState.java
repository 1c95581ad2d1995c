// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.agent;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.WorkKind;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One agent now.
 *
 * @param agent who
 * @param name the name shown to colleagues
 * @param unit his unit
 * @param presence whether he takes contacts
 * @param since when the presence began
 * @param setBy the supervisor who set it, if one did
 * @param next the presence he has asked for once his work is done; only while he works
 * @param load his work
 * @param unreachable kinds of work he has room for but no device that reaches him: calls without a registered phone
 * @param ringing the queue of the call that rings at his phone; who serves it may pick it up
 */
public record AgentState(
        AgentId agent,
        String name,
        UnitId unit,
        Presence presence,
        Instant since,
        Optional<SetBy> setBy,
        Optional<Presence> next,
        Load load,
        Set<WorkKind> unreachable,
        Optional<QueueId> ringing) {
    public AgentState {
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(presence, "presence");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(setBy, "setBy");
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(load, "load");
        unreachable = Set.copyOf(unreachable);
        Objects.requireNonNull(ringing, "ringing");
    }

    /**
     * One at whose phone no call of a queue rings.
     *
     * @param agent who
     * @param name the name shown to colleagues
     * @param unit his unit
     * @param presence whether he takes contacts
     * @param since when the presence began
     * @param setBy the supervisor who set it, if one did
     * @param next the presence he has asked for once his work is done
     * @param load his work
     * @param unreachable kinds of work he has room for but no device that reaches him
     */
    public AgentState(
            AgentId agent,
            String name,
            UnitId unit,
            Presence presence,
            Instant since,
            Optional<SetBy> setBy,
            Optional<Presence> next,
            Load load,
            Set<WorkKind> unreachable) {
        this(agent, name, unit, presence, since, setBy, next, load, unreachable, Optional.empty());
    }

    /**
     * Who set an agent's presence for him.
     *
     * @param user the supervisor
     * @param why his words
     */
    public record SetBy(UserId user, String why) {}

    /**
     * How much work an agent has.
     *
     * @param reserved offers ringing at his desk, by kind
     * @param active contacts he is working on, by kind; parked ones do not count
     * @param wrapUp contacts he is wrapping up, by kind
     * @param capacity the most he takes at once, by kind
     */
    public record Load(
            Map<WorkKind, Integer> reserved,
            Map<WorkKind, Integer> active,
            Map<WorkKind, Integer> wrapUp,
            Map<WorkKind, Integer> capacity) {
        public Load {
            reserved = Map.copyOf(reserved);
            active = Map.copyOf(active);
            wrapUp = Map.copyOf(wrapUp);
            capacity = Map.copyOf(capacity);
        }

        /**
         * What he has of a kind, in all.
         *
         * @param kind the kind of work
         * @return reserved, active and wrap-up together
         */
        public int of(WorkKind kind) {
            return reserved.getOrDefault(kind, 0) + active.getOrDefault(kind, 0) + wrapUp.getOrDefault(kind, 0);
        }

        /**
         * Whether there is no work at all.
         *
         * @return true if nothing is reserved, active or in wrap-up
         */
        public boolean idle() {
            return reserved.isEmpty() && active.isEmpty() && wrapUp.isEmpty();
        }
    }
}
