// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.customer;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.CustomerId;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Customers as they are now. Methods may wait for the database; safe for any thread. Changes are commands. */
@ProviderType
public interface Customers {
    /**
     * Finds a customer.
     *
     * @param scope who asks
     * @param id which
     * @return the customer, if he exists, is visible and not erased
     */
    Optional<Customer> find(Scope scope, CustomerId id);

    /**
     * Finds customers by an exact address or number, or by a whole word of the name.
     *
     * @param scope who asks
     * @param words what was typed, 1 to 100 characters
     * @param limit how many at most, 1 to 200
     * @return the customers he may see, by name
     */
    List<Customer> search(Scope scope, String words, int limit);

    /**
     * Pages through all customers, by id.
     *
     * @param scope who asks
     * @param after the last of the page before; empty for the first page
     * @param limit how many at most, 1 to 500
     * @return the next customers he may see; fewer than asked does not mean the end, none does
     */
    List<Customer> list(Scope scope, Optional<CustomerId> after, int limit);
}
