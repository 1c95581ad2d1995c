// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.journal;

import io.patchbay.api.id.InteractionId;

/** A slot wrote of an interaction that another slot owns by now. */
public final class StaleOwnerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StaleOwnerException(InteractionId id, long epoch, long newest) {
        super("interaction " + id.value() + " has an owner of epoch " + newest + "; what epoch " + epoch
                + " decided is not written");
    }
}
