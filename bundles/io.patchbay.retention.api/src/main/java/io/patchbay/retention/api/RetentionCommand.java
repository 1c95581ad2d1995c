// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.api;

import io.patchbay.api.command.Command;
import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.id.CustomerId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What is held, and who is erased. */
public sealed interface RetentionCommand extends Command {
    /** The permission to place and lift holds. */
    String HOLD = "retention.hold";

    /** The permission to erase a person. */
    String ERASE = "retention.erase";

    /** The permission to change retention rules. */
    String RULES = "retention.rule";

    /** The permission to see what expires, and to let it. */
    String RUN = "retention.run";

    /**
     * Sets a rule, new or changed, after a first and a final review.
     *
     * @param rule how it shall be; the one of the same id is replaced
     */
    record SetRule(RetentionRule rule) implements RetentionCommand {
        public SetRule {
            Objects.requireNonNull(rule, "rule");
        }
    }

    /**
     * Ends a rule, after a first and a final review; its row stays as history.
     *
     * @param rule which
     */
    record RemoveRule(UUID rule) implements RetentionCommand {
        public RemoveRule {
            Objects.requireNonNull(rule, "rule");
        }
    }

    /** Says what would expire now and what is kept why; changes nothing. */
    record PlanExpiry() implements RetentionCommand {}

    /** Lets everything go whose periods are over and that is not held. */
    record RunExpiry() implements RetentionCommand {}

    /**
     * Places a hold; needs no review, since it only keeps.
     *
     * @param subject a customer, an interaction or a conversation
     * @param caseNumber of the court or authority
     * @param reason why
     * @param until when it ends by itself; empty for never
     */
    record PlaceHold(ContentOwner subject, String caseNumber, String reason, Optional<Instant> until)
            implements RetentionCommand {}

    /**
     * Lifts a hold, after a first and a final review.
     *
     * @param hold which
     */
    record LiftHold(UUID hold) implements RetentionCommand {
        public LiftHold {
            Objects.requireNonNull(hold, "hold");
        }
    }

    /**
     * Erases a person, after a first and a final review: all contacts, messages, files, recordings and his record, for
     * ever.
     *
     * @param customer who
     * @param reason why, 5 to 200 characters, without anything personal
     */
    record ErasePerson(CustomerId customer, String reason) implements RetentionCommand {
        public ErasePerson {
            Objects.requireNonNull(customer, "customer");
            if (reason.length() < 5 || reason.length() > 200) {
                throw new IllegalArgumentException("reason must have 5 to 200 characters but has " + reason.length());
            }
        }
    }
}
