// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.routing;

import io.patchbay.api.id.Uuid7;
import java.util.Objects;
import java.util.UUID;

/**
 * One waiting place: of an interaction, a callback or a task.
 *
 * @param value the id of the thing that waits
 */
public record ContactId(UUID value) implements Comparable<ContactId> {
    public ContactId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public int compareTo(ContactId other) {
        return Uuid7.BYTE_ORDER.compare(value, other.value);
    }
}
