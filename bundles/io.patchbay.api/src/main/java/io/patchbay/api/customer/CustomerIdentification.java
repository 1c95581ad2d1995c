// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.customer;

import io.patchbay.api.address.Address;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.UnitId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** Tells who a remote party is: the first treatment of every contact, given 500 ms. */
@ProviderType
public interface CustomerIdentification {
    /**
     * Looks an address up. Returns at once.
     *
     * @param from the remote party
     * @return completes with what was found; the core takes {@link Identification.Unavailable} after 500 ms
     */
    CompletionStage<Identification> identify(Address from);

    /** What was found. */
    sealed interface Identification {
        /**
         * Exactly one customer.
         *
         * @param customer who
         * @param tier his tier
         * @param unit the unit that keeps him; empty if the source does not say
         * @param care who looks after him, and in which language
         */
        record Known(CustomerId customer, String tier, Optional<UnitId> unit, Customer.Care care)
                implements Identification {
            /**
             * A customer of whom no more is known.
             *
             * @param customer who
             * @param tier his tier
             */
            public Known(CustomerId customer, String tier) {
                this(customer, tier, Optional.empty(), Customer.Care.NONE);
            }
        }

        /**
         * Several; the agent chooses.
         *
         * @param customers two or more
         */
        record Several(List<CustomerId> customers) implements Identification {
            public Several {
                customers = List.copyOf(customers);
            }
        }

        /** Nobody: perhaps a new customer. */
        record Unknown() implements Identification {}

        /**
         * The source did not answer in time.
         *
         * @param age how old what is known is; zero if nothing is known
         */
        record Unavailable(Duration age) implements Identification {}
    }
}
