// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.call;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.watch.Watch;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Calls and phones as they are now; there while the voice channel is. Reads answer from memory; safe for any thread.
 */
@ProviderType
public interface LiveCalls {
    /**
     * A running call.
     *
     * @param scope who asks
     * @param id its interaction
     * @return the call; empty if it is over or not visible
     */
    Optional<LiveCall> call(Scope scope, InteractionId id);

    /**
     * An agent's phone.
     *
     * @param agent whose
     * @return how it is; empty if he has no extension
     */
    Optional<Phone> phone(AgentId agent);

    /**
     * Follows calls and phones: parties, recording and registrations; not sound quality, which is read.
     *
     * @param changed told after each change, on a thread of the channel's that it must not block
     * @return ends it
     */
    Watch watch(Consumer<Change> changed);

    /** What changed. */
    sealed interface Change {
        /**
         * A call.
         *
         * @param interaction which
         */
        record OfCall(InteractionId interaction) implements Change {}

        /**
         * A phone.
         *
         * @param agent whose
         */
        record OfPhone(AgentId agent) implements Change {}
    }

    /**
     * An agent's phone.
     *
     * @param extension its number
     * @param state how it is
     * @param autoAnswer whether it takes what is offered by itself ({@code phone.auto-answer})
     */
    record Phone(String extension, State state, boolean autoAnswer) {
        /** How a phone is. */
        public enum State {
            /** Not registered: no calls are offered. */
            AWAY,
            /** Registered, nothing going on. */
            FREE,
            /** Rings; answering it accepts. */
            RINGING,
            /** Was asked to answer by itself and has not yet: pick up the handset. */
            PICK_UP,
            /** In a call. */
            TALKING
        }
    }
}
