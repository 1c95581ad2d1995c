// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.interaction;

import io.patchbay.api.id.AgentId;
import java.time.Instant;
import java.util.Objects;

/**
 * What an agent wrote down about an interaction; never shown to the customer.
 *
 * @param agent who
 * @param at when
 * @param text the words, up to 4,000 characters
 */
public record Note(AgentId agent, Instant at, String text) {
    public Note {
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(text, "text");
    }
}
