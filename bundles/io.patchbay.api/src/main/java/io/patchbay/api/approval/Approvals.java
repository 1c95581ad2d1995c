// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.approval;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.ApprovalId;
import io.patchbay.api.watch.Watch;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The maker-checker: changes that take effect only after reviews by different people. Commands whose handler asks for
 * it become proposals by themselves; reviewers answer with {@link ApprovalCommand}. Reads wait for the database.
 */
@ProviderType
public interface Approvals {
    /**
     * What is open: the reader's own proposals and those of his units that he may review, oldest first.
     *
     * @param scope who asks
     * @return the proposals
     */
    List<Proposal> open(Scope scope);

    /**
     * What became of earlier ones that the reader made, reviewed or may review, newest first.
     *
     * @param scope who asks
     * @param limit at most so many, 1 to 1000
     * @return the proposals
     */
    List<Proposal> closed(Scope scope, int limit);

    /**
     * One proposal.
     *
     * @param scope who asks
     * @param id which
     * @return it, if it exists and is visible to the reader
     */
    Optional<Proposal> proposal(Scope scope, ApprovalId id);

    /**
     * Whether a reader could give the next review now: he holds its permission in the unit and is neither the maker nor
     * an earlier reviewer nor the person concerned.
     *
     * @param scope who asks
     * @param proposal which
     * @return true if {@link ApprovalCommand.Answer} would be taken from him
     */
    boolean mayReview(Scope scope, Proposal proposal);

    /**
     * Follows all changes of proposals.
     *
     * @param listener is called after each, on a thread of Patchbay's that it must not block
     * @return ends it
     */
    Watch watch(Runnable listener);
}
