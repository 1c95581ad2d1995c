// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.command;

import io.patchbay.api.id.UnitId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a command would change, for those who have to approve it.
 *
 * @param subject what it is about, {@code KIND:ID}, for example {@code person:alice}
 * @param unit whose thing it is: reviewers need their permission there
 * @param before all fields as they are now, JSON values; empty if the thing is new. Nothing secret
 * @param after all fields as they would be; empty if it would be gone
 * @param review which reviews it needs
 * @param effectiveAt when it shall take effect; empty for at once
 */
public record Examination(
        String subject,
        UnitId unit,
        Map<String, Object> before,
        Map<String, Object> after,
        Review review,
        Optional<Instant> effectiveAt) {
    /** Which reviews a change needs, by people who are not its maker. */
    public enum Review {
        /** None: it acts at once, or on its day. */
        NONE,
        /** The final review (终审) alone. */
        FINAL_ONLY,
        /** A first (初审) and a final review (终审) by two people. */
        FIRST_AND_FINAL
    }

    public Examination {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(unit, "unit");
        before = Map.copyOf(before);
        after = Map.copyOf(after);
        Objects.requireNonNull(review, "review");
        Objects.requireNonNull(effectiveAt, "effectiveAt");
    }

    /**
     * A change that takes effect at once after its reviews.
     *
     * @param subject what it is about
     * @param unit whose thing it is
     * @param before all fields as they are
     * @param after all fields as they would be
     * @param review which reviews it needs
     */
    public Examination(
            String subject, UnitId unit, Map<String, Object> before, Map<String, Object> after, Review review) {
        this(subject, unit, before, after, review, Optional.empty());
    }
}
