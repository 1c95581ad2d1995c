// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.customer;

import io.patchbay.api.address.Address;
import io.patchbay.api.id.CustomerId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;

/** Something outside that knows customers, a CRM for example; registered as a service while it can be asked. */
@ConsumerType
public interface CustomerSource {
    /**
     * What it is called; stands beside what it told.
     *
     * @return the same short name always
     */
    String name();

    /**
     * Asks. Returns at once.
     *
     * @param question whom it is about
     * @return completes with what it knows: JSON values by name, empty if it does not know the customer; exceptionally
     *     if it cannot answer in time
     */
    CompletionStage<Map<String, Object>> lookUp(Question question);

    /**
     * Whom a question is about.
     *
     * @param customer the customer, if known here
     * @param address where he came from
     * @param name how he calls himself
     */
    record Question(Optional<CustomerId> customer, Optional<Address> address, Optional<String> name) {
        public Question {
            Objects.requireNonNull(customer, "customer");
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(name, "name");
        }
    }
}
