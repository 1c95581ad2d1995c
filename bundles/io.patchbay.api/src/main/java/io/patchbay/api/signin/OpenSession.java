// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.signin;

import io.patchbay.api.id.UserId;
import java.time.Instant;
import java.util.Objects;

/**
 * A session somebody has open.
 *
 * @param id names it; opens nothing
 * @param user whose
 * @param address where it was begun from
 * @param device with what, in words; may be empty
 * @param since when it was begun
 * @param usedAt when it was used last, to the minute
 * @param newPlace whether it was begun from a place that was new for him
 */
public record OpenSession(
        String id, UserId user, String address, String device, Instant since, Instant usedAt, boolean newPlace) {
    public OpenSession {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(usedAt, "usedAt");
    }
}
