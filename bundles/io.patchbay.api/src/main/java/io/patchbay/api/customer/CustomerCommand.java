// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.customer;

import io.patchbay.api.command.Command;

/** What is changed about customers. */
public sealed interface CustomerCommand extends Command {
    /**
     * Adds or changes a customer.
     *
     * @param customer how he shall be
     */
    record SaveCustomer(Customer customer) implements CustomerCommand {
        /** Hides the person. */
        @Override
        public String toString() {
            return "SaveCustomer[" + customer.id() + "]";
        }
    }
}
