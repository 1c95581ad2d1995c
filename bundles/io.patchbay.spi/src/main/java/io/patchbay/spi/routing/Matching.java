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
     * Who takes a waiting contact now. The agent may have to take another first, who is due or before it in its line:
     * the match is then of that one, and to be asked for again.
     *
     * @param contact a waiting contact
     * @param now the moment
     * @return the match, usually of this contact; empty if it waits on
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
     * What was left waiting beside a free agent, because a strategy keeps him free, and is taken now that more time has
     * passed.
     *
     * @param now the moment
     * @return a match; empty if all that waits waits on
     */
    Optional<Match> again(Instant now);

    /**
     * Whether {@link #again} has to be asked in a second: something waits that a free agent fits.
     *
     * @return false if only an arrival or an agent who becomes free can change anything
     */
    boolean keeps();

    /**
     * The same, of one contact that nobody was given.
     *
     * @param contact which
     * @return whether a free agent fits it
     */
    boolean keeps(ContactId contact);

    /**
     * The same, of one agent who was given nothing.
     *
     * @param agent who
     * @return whether something waits that he fits
     */
    boolean keeps(AgentId agent);

    /**
     * Who takes what, and why.
     *
     * @param contact what
     * @param agent who
     * @param reason what the strategy said
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
