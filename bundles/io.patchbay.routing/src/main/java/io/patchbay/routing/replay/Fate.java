// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.replay;

import io.patchbay.api.id.AgentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of a contact.
 *
 * @param came the contact
 * @param waited how long it waited, until it was taken, given up or the story ended
 * @param agent who took it; empty if nobody did
 * @param step the step of the queue it was taken in, from 1; 0 if nobody took it
 * @param abandoned whether it was given up
 */
record Fate(Story.Came came, Duration waited, Optional<AgentId> agent, int step, boolean abandoned) {
    static Fate taken(Story.Came came, Instant at, AgentId agent, int step) {
        return new Fate(came, Duration.between(came.at(), at), Optional.of(agent), step, false);
    }

    static Fate waits(Story.Came came, Instant end) {
        return new Fate(came, Duration.between(came.at(), end), Optional.empty(), 0, false);
    }

    static Fate left(Story.Came came, Instant at) {
        return new Fate(came, Duration.between(came.at(), at), Optional.empty(), 0, true);
    }
}
