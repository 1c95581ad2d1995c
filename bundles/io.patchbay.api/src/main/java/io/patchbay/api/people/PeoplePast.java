// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.people;

import io.patchbay.api.access.Place;
import io.patchbay.api.id.RoleId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Units, people and rights as they were. Reads wait for the database; safe for any thread. */
@ProviderType
public interface PeoplePast {
    /**
     * Who could see something at any time of a span of the past: people whose rights as they were then held a
     * permission for it, with what gave it to them. Waits for the database.
     *
     * @param permission the permission that shows such things, for example {@code recording.play}
     * @param places where the thing lay; a contact that changed its queue has several
     * @param from begin of the span
     * @param until its end, without it
     * @return each once, by name then
     */
    List<CouldSee> couldSee(String permission, List<Place> places, Instant from, Instant until);

    /**
     * Somebody who could see something.
     *
     * @param user who
     * @param name his name then
     * @param unit his unit then
     * @param roles the roles that gave it to him
     * @param from since when within the span
     * @param until up to when within the span
     */
    record CouldSee(UserId user, String name, UnitId unit, Set<RoleId> roles, Instant from, Instant until) {}

    /**
     * What a unit was called at a moment, also if it is gone since.
     *
     * @param unit which
     * @param at the moment
     * @return its name then; the present one if it is older than the records
     */
    Optional<String> unitName(UnitId unit, Instant at);
}
