// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.people;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.UserId;
import io.patchbay.api.watch.Watch;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Units, people and roles as they are now. Reads answer from memory; safe for any thread. Changes are commands. */
@ProviderType
public interface People {
    /**
     * What a person may see and do now.
     *
     * @param user the account
     * @return his scope; one without units and permissions if he is unknown or disabled
     */
    Scope scope(UserId user);

    /**
     * Finds a person.
     *
     * @param scope who asks
     * @param user the account
     * @return the person, if he exists and his unit is visible
     */
    Optional<Person> person(Scope scope, UserId user);

    /**
     * All people that the reader may see, by name.
     *
     * @param scope who asks
     * @return the people, also disabled ones
     */
    List<Person> people(Scope scope);

    /**
     * All units that the reader may see, parents first.
     *
     * @param scope who asks
     * @return the units
     */
    List<Unit> units(Scope scope);

    /**
     * All roles, by id.
     *
     * @return the roles
     */
    List<Role> roles();

    /**
     * Follows all changes of people, units, roles and rights, also those that come by the clock.
     *
     * @param listener is called after each, on a thread of Patchbay's that it must not block
     * @return ends it
     */
    Watch watch(Runnable listener);
}
