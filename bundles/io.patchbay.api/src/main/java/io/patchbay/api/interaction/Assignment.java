// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.interaction;

import io.patchbay.api.id.AgentId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One agent's part in an interaction: offered, accepted, wrap-up, done.
 *
 * @param agent whose part
 * @param offeredAt when it rang
 * @param acceptedAt when he took it; empty if he did not, or not yet
 * @param wrapUpAt when his wrap-up began; empty if it has not
 * @param endedAt when his part was over; empty while it is open
 * @param disposition the code he chose, if he did
 * @param outcome how his part ended; empty while it is open
 */
public record Assignment(
        AgentId agent,
        Instant offeredAt,
        Optional<Instant> acceptedAt,
        Optional<Instant> wrapUpAt,
        Optional<Instant> endedAt,
        Optional<String> disposition,
        Optional<End> outcome) {
    public Assignment {
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(offeredAt, "offeredAt");
        Objects.requireNonNull(acceptedAt, "acceptedAt");
        Objects.requireNonNull(wrapUpAt, "wrapUpAt");
        Objects.requireNonNull(endedAt, "endedAt");
        Objects.requireNonNull(disposition, "disposition");
        Objects.requireNonNull(outcome, "outcome");
    }

    /** How an agent's part ended. */
    public enum End {
        /** Wrapped up. */
        COMPLETED("completed"),
        /** Wrap-up ran out; the time-out code stands. */
        WRAP_UP_TIMED_OUT("wrapUpTimedOut"),
        /** Moved on to a queue or another agent. */
        TRANSFERRED("transferred"),
        /** He declined the offer. */
        DECLINED("declined"),
        /** The offer ran out. */
        TIMED_OUT("timedOut"),
        /** The offer was taken back: the customer left, or Patchbay restarted. */
        WITHDRAWN("withdrawn"),
        /** He was there for a callback, and the customer was not reached. */
        NOT_REACHED("notReached");

        private final String wire;

        End(String wire) {
            this.wire = wire;
        }

        /**
         * The name on the wire and in the journal.
         *
         * @return camel-case name
         */
        public String wire() {
            return wire;
        }

        /**
         * Reads a wire name.
         *
         * @param wire what {@link #wire()} gave
         * @return the outcome
         * @throws IllegalArgumentException naming the text if there is none such
         */
        public static End parse(String wire) {
            for (End end : values()) {
                if (end.wire.equals(wire)) {
                    return end;
                }
            }
            throw new IllegalArgumentException("not an assignment's end: \"" + wire + "\"");
        }
    }
}
