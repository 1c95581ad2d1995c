// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.api;

import java.time.Instant;
import java.util.Objects;

/**
 * An entry that stands, and who put it there.
 *
 * @param entry the entry
 * @param addedBy who asked for it last, as the journal names actors
 * @param addedAt when it took effect
 */
public record Listed(ListEntry entry, String addedBy, Instant addedAt) {
    public Listed {
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(addedBy, "addedBy");
        Objects.requireNonNull(addedAt, "addedAt");
    }
}
