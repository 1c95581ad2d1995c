// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.api;

import java.time.Instant;
import java.util.Objects;

/**
 * An exchange that failed and that nobody sends again by himself; its content is sealed.
 *
 * @param id its number
 * @param at when it failed
 * @param context whose route
 * @param route which route
 * @param from the endpoint it came by, secrets left out
 * @param reason why it failed; empty if it is erased
 * @param replays how often it was tried again
 * @param whole whether it can be replayed; not if its content was too large to keep or is erased
 */
public record DeadLetter(
        long id, Instant at, String context, String route, String from, String reason, int replays, boolean whole) {
    public DeadLetter {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(route, "route");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(reason, "reason");
    }
}
