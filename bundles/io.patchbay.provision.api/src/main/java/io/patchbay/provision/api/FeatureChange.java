// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision.api;

import java.time.Instant;
import java.util.Objects;

/**
 * A change of a feature that is under way or done.
 *
 * @param feature whose
 * @param kind what was done
 * @param actor who did it, as in the journal: {@code user:admin}
 * @param at when it began
 */
public record FeatureChange(String feature, Kind kind, String actor, Instant at) {
    public FeatureChange {
        Objects.requireNonNull(feature, "feature");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(at, "at");
    }

    /** What was done. */
    public enum Kind {
        /** It came. */
        INSTALL,
        /** Another version came in its place. */
        UPDATE,
        /** It went. */
        UNINSTALL
    }
}
