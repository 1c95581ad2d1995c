// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.approval;

import java.util.Locale;

/** Where a proposed change stands. */
public enum Stage {
    /** It waits for the first review (初审). */
    FIRST,
    /** It waits for the final review (终审). */
    FINAL,
    /** It is approved and waits for its day. */
    SCHEDULED,
    /** It is approved and being carried out. */
    APPROVED,
    /** It took effect. */
    APPLIED,
    /** A reviewer said no. */
    REJECTED,
    /** Its maker took it back. */
    WITHDRAWN,
    /** It was approved but could no longer be carried out; the proposal says why. */
    FAILED;

    /**
     * The name on the wire.
     *
     * @return lower case
     */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether a person has to look at it.
     *
     * @return true before the last review
     */
    public boolean waitsForReview() {
        return this == FIRST || this == FINAL;
    }

    /**
     * Whether it can still take effect.
     *
     * @return true until it is applied, rejected, withdrawn or failed
     */
    public boolean open() {
        return waitsForReview() || this == SCHEDULED || this == APPROVED;
    }
}
