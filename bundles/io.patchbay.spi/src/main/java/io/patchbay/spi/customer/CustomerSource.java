// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.customer;

import io.patchbay.api.address.Address;
import io.patchbay.api.id.CustomerId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A system outside that knows customers, registered as a service; a route with {@code patchbay:lookup/<name>} is one.
 */
@ConsumerType
public interface CustomerSource {
    /**
     * The source's name, its key in caches, on the card and in the journal.
     *
     * @return 1 to 32 lower-case letters, digits and -; the same always
     */
    String name();

    /**
     * Asks for one customer. Returns at once; the asker waits 500 ms at most and shows what it knew before.
     *
     * @param question who is meant
     * @return completes with the answer: {@code title} (text), {@code rows} (list of {@code label}, {@code value}),
     *     {@code alerts} (list of text), {@code customer} ({@code name}, {@code tier}, {@code number}); every part may
     *     be absent, an empty map says that he is not known there. Completes exceptionally if the source fails
     */
    CompletionStage<Map<String, Object>> lookUp(Question question);

    /**
     * Who is meant; at least one part is given.
     *
     * @param customer our own id of him
     * @param address where he writes or calls from
     * @param name how he calls himself
     */
    record Question(Optional<CustomerId> customer, Optional<Address> address, Optional<String> name) {
        public Question {
            Objects.requireNonNull(customer, "customer");
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(name, "name");
        }

        /** Hides the person. */
        @Override
        public String toString() {
            return "Question[" + customer.map(CustomerId::toString).orElse("unknown") + "]";
        }
    }
}
