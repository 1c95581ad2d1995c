// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.people;

import io.patchbay.api.command.Command;
import io.patchbay.api.id.RoleId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What administrators change about people, units and roles, and what everyone changes about himself. */
public sealed interface PeopleCommand extends Command {
    /**
     * Adds, changes or moves a person.
     *
     * @param person how he shall be
     * @param password a first password, to be changed at first sign-in; empty keeps the present one
     * @param effectiveAt when it takes effect; empty for at once
     */
    record SavePerson(Person person, Optional<String> password, Optional<Instant> effectiveAt)
            implements PeopleCommand {
        /**
         * At once.
         *
         * @param person how he shall be
         * @param password a first password
         */
        public SavePerson(Person person, Optional<String> password) {
            this(person, password, Optional.empty());
        }

        /** Hides the password. */
        @Override
        public String toString() {
            return "SavePerson[" + person + "]";
        }
    }

    /**
     * Changes what an agent can do, at once and without reviews: a supervisor's act on the floor. All else about him
     * stays.
     *
     * @param user whose
     * @param skills all he shall have, with their level, 1 (some) to 10 (best)
     */
    record ChangeSkills(UserId user, Map<SkillId, Integer> skills) implements PeopleCommand {
        public ChangeSkills {
            Objects.requireNonNull(user, "user");
            skills = new Person.Work(skills, Map.of()).skills();
        }
    }

    /**
     * Adds or changes a unit.
     *
     * @param unit how it shall be; its parent must exist and not lie below it
     */
    record SaveUnit(Unit unit) implements PeopleCommand {}

    /**
     * Adds or changes a role.
     *
     * @param role how it shall be; each permission must be declared by an installed bundle
     */
    record SaveRole(Role role) implements PeopleCommand {}

    /**
     * Removes a unit that has neither people nor units below it nor things of other bundles; history keeps its name.
     *
     * @param unit which
     */
    record RemoveUnit(UnitId unit) implements PeopleCommand {}

    /**
     * Removes a role that nobody holds.
     *
     * @param role which
     */
    record RemoveRole(RoleId role) implements PeopleCommand {}

    /**
     * Adds or changes a post, a level, a group or a field of staff.
     *
     * @param term how it shall be
     */
    record SaveTerm(StaffTerm term) implements PeopleCommand {}

    /**
     * Removes a post, a level, a group or a field that nobody has.
     *
     * @param kind which kind
     * @param id which
     */
    record RemoveTerm(StaffTerm.Kind kind, String id) implements PeopleCommand {}

    /**
     * Changes one's own password.
     *
     * @param user the account; the actor himself
     * @param present the password so far
     * @param wanted the new one; the policy names what is missing
     */
    record ChangePassword(UserId user, String present, String wanted) implements PeopleCommand {
        /** Hides the passwords. */
        @Override
        public String toString() {
            return "ChangePassword[" + user + "]";
        }
    }
}
