// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.id;

import java.util.Objects;
import java.util.Optional;

/**
 * Somebody in a live contact, unique in it: the customer, one of our staff, or somebody outside who was called in.
 *
 * @param value {@code customer}, {@code staff:<user>} or {@code outside:<n>}
 */
public record PartyId(String value) {
    /** The remote party the contact is with. */
    public static final PartyId CUSTOMER = new PartyId("customer");

    private static final String STAFF = "staff:";
    private static final String OUTSIDE = "outside:";

    public PartyId {
        Objects.requireNonNull(value, "value");
        if (!value.equals("customer") && !value.startsWith(STAFF) && !value.startsWith(OUTSIDE)) {
            throw new IllegalArgumentException("not a party: " + value);
        }
    }

    /**
     * One of our staff.
     *
     * @param agent who
     * @return his id in every contact
     */
    public static PartyId of(AgentId agent) {
        return new PartyId(STAFF + agent.value());
    }

    /**
     * Somebody outside.
     *
     * @param number the how-manieth of this contact, from 1
     * @return the id
     */
    public static PartyId outside(int number) {
        return new PartyId(OUTSIDE + number);
    }

    /**
     * Who of our staff it is.
     *
     * @return empty for the customer and for outsiders
     */
    public Optional<AgentId> agent() {
        return value.startsWith(STAFF) ? Optional.of(new AgentId(value.substring(STAFF.length()))) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
