// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.command;

import io.patchbay.api.id.ApprovalId;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a request came from; it stands in the trace.
 *
 * @param from the way and the address, for example {@code console 10.1.2.3}, {@code rest 10.1.2.3}, {@code shell};
 *     empty where it is not known
 * @param approval the reviewed change that is being carried out, if it is one
 */
public record Origin(String from, Optional<ApprovalId> approval) {
    /** Nobody knows. */
    public static final Origin UNKNOWN = of("");

    public Origin {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(approval, "approval");
    }

    /**
     * A request that comes straight from a person.
     *
     * @param from the way and the address
     * @return the origin
     */
    public static Origin of(String from) {
        return new Origin(from, Optional.empty());
    }
}
