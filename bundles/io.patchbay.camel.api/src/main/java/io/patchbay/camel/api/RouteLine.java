// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One route.
 *
 * @param id unique in its context
 * @param from the endpoint it starts at, secrets left out
 * @param started whether it takes exchanges
 * @param figures what it did since it was added
 * @param lastFailure the newest one
 */
public record RouteLine(String id, String from, boolean started, Figures figures, Optional<Failure> lastFailure) {
    public RouteLine {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(figures, "figures");
        Objects.requireNonNull(lastFailure, "lastFailure");
    }

    /**
     * What a route did.
     *
     * @param total exchanges that ended, well or not
     * @param failed those that failed
     * @param inFlight those under way
     * @param mean time of those that ended
     * @param last when the last one ended
     */
    public record Figures(long total, long failed, int inFlight, Duration mean, Optional<Instant> last) {
        public Figures {
            Objects.requireNonNull(mean, "mean");
            Objects.requireNonNull(last, "last");
        }
    }

    /**
     * Why an exchange failed.
     *
     * @param at when
     * @param reason in the words of what refused it
     */
    public record Failure(Instant at, String reason) {
        public Failure {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
