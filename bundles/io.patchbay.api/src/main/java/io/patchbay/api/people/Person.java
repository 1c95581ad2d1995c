// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.people;

import io.patchbay.api.id.RoleId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.WorkKind;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A person who signs in.
 *
 * @param user the account
 * @param name the name shown to colleagues, 1 to 80 characters
 * @param unit the unit he belongs to
 * @param grants the roles he holds, where and when
 * @param work what he can take as an agent
 * @param extension the digits of his phone, if he has one
 * @param enabled whether he may sign in
 * @param profile what else the organisation keeps about him
 */
public record Person(
        UserId user,
        String name,
        UnitId unit,
        Set<Grant> grants,
        Work work,
        Optional<String> extension,
        boolean enabled,
        Profile profile) {
    public Person {
        Objects.requireNonNull(user, "user");
        if (name.isBlank() || name.length() > 80) {
            throw new IllegalArgumentException("name must have 1 to 80 characters but is \"" + name + "\"");
        }
        Objects.requireNonNull(unit, "unit");
        grants = Set.copyOf(grants);
        Objects.requireNonNull(work, "work");
        Objects.requireNonNull(extension, "extension");
        Objects.requireNonNull(profile, "profile");
    }

    /**
     * The roles he holds at a moment, wherever they hold.
     *
     * @param at the moment
     * @return their ids
     */
    public Set<RoleId> roles(Instant at) {
        return grants.stream()
                .filter(grant -> grant.holds(at))
                .map(Grant::role)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What an agent can take.
     *
     * @param skills his skills with their level, 1 (some) to 10 (best)
     * @param capacity how many contacts of each kind he takes at once, 0 to 100; a kind that is missing means none
     */
    public record Work(Map<SkillId, Integer> skills, Map<WorkKind, Integer> capacity) {
        public Work {
            skills = Map.copyOf(skills);
            capacity = Map.copyOf(capacity);
            skills.forEach((skill, level) -> check(skill + " level", level, 1, 10));
            capacity.forEach((kind, most) -> check(kind + " capacity", most, 0, 100));
        }

        private static void check(String what, int value, int least, int most) {
            if (value < least || value > most) {
                throw new IllegalArgumentException(what + " must be " + least + " to " + most + " but is " + value);
            }
        }
    }
}
