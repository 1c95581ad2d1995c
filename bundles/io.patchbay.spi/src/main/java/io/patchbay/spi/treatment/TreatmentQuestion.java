// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.treatment;

import io.patchbay.api.address.Address;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.WorkKind;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All that a treatment decides by.
 *
 * @param contact what came
 * @param queue where it is going
 * @param unit whose contact it is
 * @param customer who it is, if exactly one customer is known
 * @param facts what was found out so far
 * @param now the moment
 */
public record TreatmentQuestion(
        Contact contact, QueueId queue, UnitId unit, Optional<Who> customer, Map<String, Object> facts, Instant now) {
    public TreatmentQuestion {
        Objects.requireNonNull(contact, "contact");
        Objects.requireNonNull(queue, "queue");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(customer, "customer");
        facts = Map.copyOf(facts);
        Objects.requireNonNull(now, "now");
    }

    /**
     * The same question about another queue.
     *
     * @param other where it goes now
     * @return the question
     */
    public TreatmentQuestion going(QueueId other) {
        return new TreatmentQuestion(contact, other, unit, customer, facts, now);
    }

    /**
     * What came.
     *
     * @param channel by which channel
     * @param kind the kind of work
     * @param from the remote party; empty if the channel has no addresses
     * @param to our side
     * @param locale the remote party's language tag
     */
    public record Contact(
            ChannelKey channel, WorkKind kind, Optional<Address> from, Optional<Address> to, String locale) {
        public Contact {
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(locale, "locale");
        }

        /** Hides the people. */
        @Override
        public String toString() {
            return "Contact[" + channel + ", " + kind + "]";
        }
    }

    /**
     * Who it is.
     *
     * @param id the customer
     * @param tier his tier
     * @param unit the unit that keeps him, if known
     * @param care his officer and language
     */
    public record Who(CustomerId id, String tier, Optional<UnitId> unit, Customer.Care care) {
        public Who {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(tier, "tier");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(care, "care");
        }
    }
}
