// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision.api;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One feature.
 *
 * @param name for example {@code patchbay-sms}
 * @param version of the installed one, or the newest there is
 * @param about what it says of itself
 * @param state how it is
 * @param problem what is wrong, in a sentence; empty if all is well
 * @param ties to other features
 * @param brings what it adds; of a feature that is not installed only bundles are known
 */
public record FeatureLine(
        String name, String version, About about, State state, String problem, Ties ties, List<Piece> brings) {
    public FeatureLine {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(ties, "ties");
        brings = List.copyOf(brings);
    }

    /**
     * What a feature says of itself.
     *
     * @param description one line
     * @param repository the name of the repository it comes from
     */
    public record About(String description, String repository) {
        public About {
            Objects.requireNonNull(description, "description");
            Objects.requireNonNull(repository, "repository");
        }
    }

    /**
     * A feature among others.
     *
     * @param needs names of the features it needs directly
     * @param neededBy names of the installed features that need it, directly or not
     * @param newer a newer version that could replace the installed one
     */
    public record Ties(Set<String> needs, Set<String> neededBy, Optional<String> newer) {
        public Ties {
            needs = Set.copyOf(needs);
            neededBy = Set.copyOf(neededBy);
            Objects.requireNonNull(newer, "newer");
        }
    }

    /** How a feature is. */
    public enum State {
        /** Could be installed. */
        AVAILABLE,
        /** Installed, and all its bundles run. */
        RUNNING,
        /** Installed, but a bundle does not run. */
        TROUBLED;

        /**
         * The name on the wire.
         *
         * @return lower-case name
         */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
