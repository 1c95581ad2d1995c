// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.store;

import io.patchbay.api.id.CustomerId;
import java.util.Optional;
import java.util.UUID;

/**
 * One erasure.
 *
 * @param id its id
 * @param customer whose
 * @param person canonical JSON of all that he is known by: ids and hashes
 * @param certificate its certificate; empty until it is done
 */
public record Erasure(UUID id, CustomerId customer, String person, Optional<String> certificate) {
    /** The same, done. */
    public Erasure done(String text) {
        return new Erasure(id, customer, person, Optional.of(text));
    }
}
