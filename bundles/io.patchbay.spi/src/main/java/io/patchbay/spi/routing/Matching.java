// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.routing;

import io.patchbay.api.id.AgentId;
import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The matching of one slot: who waits, who is free, who takes whom. Routing implements it, the core's slot owns it and
 * is the only one to call it, on its thread. It decides nothing outside itself: the core reserves, offers and tells it
 * back by {@link #agentChanged} and {@link #contactGone}.
 */
@ProviderType
public interface Matching {
    /**
     * A contact waits, or its place or bars changed.
     *
     * @param contact the contact
     */
    void contactWaits(Waiting contact);

    /**
     * A contact no longer waits for a free agent: it is offered or has left.
     *
     * @param contact which; unknown ones are ignored
     */
    void contactGone(ContactId contact);

    /**
     * An agent's room changed.
     *
     * @param agent who
     * @param free his room; empty if he can take nothing
     */
    void agentChanged(AgentId agent, Optional<FreeAgent> free);

    /**
     * Who takes a waiting contact now.
     *
     * @param contact a waiting contact
     * @param now the moment
     * @return the match; empty if it waits on
     */
    Optional<Match> forContact(ContactId contact, Instant now);

    /**
     * What a free agent takes now.
     *
     * @param agent a free agent
     * @param now the moment
     * @return the match; empty if there is nothing for him
     */
    Optional<Match> forAgent(AgentId agent, Instant now);

    /**
     * Who takes what, and why.
     *
     * @param contact what
     * @param agent who
     * @param reason one sentence for supervisors
     */
    record Match(ContactId contact, AgentId agent, String reason) {}

    /** Makes the matching of each slot; a service of routing. */
    @ProviderType
    interface Factory {
        /**
         * Makes an empty matching.
         *
         * @return a new one, for one slot
         */
        Matching create();
    }
}
