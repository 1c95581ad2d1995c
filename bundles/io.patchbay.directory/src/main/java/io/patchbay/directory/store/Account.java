// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.store;

import io.patchbay.api.people.Person;
import java.util.Objects;

/**
 * A person with what proves him.
 *
 * @param person who
 * @param password the hash of his password in PHC form; empty if he has none and cannot sign in
 * @param mustChange whether he has to choose another before anything else
 */
public record Account(Person person, String password, boolean mustChange) {
    public Account {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(password, "password");
    }

    /** Hides the hash. */
    @Override
    public String toString() {
        return "Account[" + person.user() + "]";
    }
}
