// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.api;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One state of a setting.
 *
 * @param number from 1; 0 is what it was when Patchbay was installed
 * @param at since when
 * @param actor who made it so, as {@code Actor.text()} says
 * @param content its fields; empty if it was taken away
 */
public record Revision(int number, Instant at, String actor, Optional<Map<String, Object>> content) {
    public Revision {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(content, "content");
    }
}
