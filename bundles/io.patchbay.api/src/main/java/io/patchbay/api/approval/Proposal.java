// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.approval;

import io.patchbay.api.command.Problem;
import io.patchbay.api.id.ApprovalId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A change that waits for its reviews, or what became of it.
 *
 * @param id the proposal
 * @param command the wire name of the command that will carry it out
 * @param subject what it is about, {@code KIND:ID}, for example {@code person:alice}; one open proposal a subject
 * @param unit whose thing it is
 * @param maker who asked for it
 * @param madeAt when
 * @param before the fields that differ, as they were when it was asked for
 * @param after the same fields as they shall be
 * @param effectiveAt when it takes effect if not at once after the last review
 * @param stage where it stands
 * @param reviews what reviewers said, in order
 * @param problem why it failed, if it did
 */
public record Proposal(
        ApprovalId id,
        String command,
        String subject,
        UnitId unit,
        UserId maker,
        Instant madeAt,
        Map<String, Object> before,
        Map<String, Object> after,
        Optional<Instant> effectiveAt,
        Stage stage,
        List<Review> reviews,
        Optional<Problem> problem) {
    public Proposal {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(maker, "maker");
        Objects.requireNonNull(madeAt, "madeAt");
        before = Map.copyOf(before);
        after = Map.copyOf(after);
        Objects.requireNonNull(effectiveAt, "effectiveAt");
        Objects.requireNonNull(stage, "stage");
        reviews = List.copyOf(reviews);
        Objects.requireNonNull(problem, "problem");
    }

    /**
     * What one reviewer said.
     *
     * @param stage the review it was, {@link Stage#FIRST} or {@link Stage#FINAL}
     * @param reviewer who
     * @param at when
     * @param approved yes or no
     * @param note his reason, up to 500 characters; needed for a no
     */
    public record Review(Stage stage, UserId reviewer, Instant at, boolean approved, String note) {
        public Review {
            Objects.requireNonNull(stage, "stage");
            Objects.requireNonNull(reviewer, "reviewer");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(note, "note");
        }
    }
}
