// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.people;

import io.patchbay.api.command.Command;
import io.patchbay.api.id.UserId;
import java.util.Optional;

/** What administrators change about people, units and roles, and what everyone changes about himself. */
public sealed interface PeopleCommand extends Command {
    /**
     * Adds or changes a person.
     *
     * @param person how he shall be
     * @param password a first password, to be changed at first sign-in; empty keeps the present one
     */
    record SavePerson(Person person, Optional<String> password) implements PeopleCommand {
        /** Hides the password. */
        @Override
        public String toString() {
            return "SavePerson[" + person + "]";
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
