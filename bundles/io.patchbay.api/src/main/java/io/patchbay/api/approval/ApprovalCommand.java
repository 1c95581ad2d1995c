// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.approval;

import io.patchbay.api.command.Command;
import io.patchbay.api.id.ApprovalId;
import java.util.Objects;

/** What becomes of a proposal. */
public sealed interface ApprovalCommand extends Command {
    /**
     * The proposal.
     *
     * @return which
     */
    ApprovalId approval();

    /**
     * {@code approval.answer}: the next review.
     *
     * @param approval which
     * @param approve yes or no
     * @param note the reason, up to 500 characters; needed for a no
     */
    record Answer(ApprovalId approval, boolean approve, String note) implements ApprovalCommand {
        public Answer {
            Objects.requireNonNull(approval, "approval");
            if (note.length() > 500) {
                throw new IllegalArgumentException("note must have up to 500 characters but has " + note.length());
            }
        }
    }

    /**
     * {@code approval.withdraw}: its maker takes it back.
     *
     * @param approval which
     */
    record Withdraw(ApprovalId approval) implements ApprovalCommand {
        public Withdraw {
            Objects.requireNonNull(approval, "approval");
        }
    }
}
