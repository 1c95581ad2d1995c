// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.api;

import io.patchbay.api.address.Address;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A time agreed with a customer (预约): then a contact with him waits in the queue, before all that came since.
 *
 * @param id the appointment
 * @param with whom, and where he is called
 * @param queue where it waits, and whose agents may take it
 * @param agent who is tried first, for as long as the queue says
 * @param at when
 * @param matter what about, 1 to 200 characters
 * @param state where it stands
 * @param interaction the contact it became
 */
public record Appointment(
        UUID id,
        With with,
        QueueId queue,
        Optional<AgentId> agent,
        Instant at,
        String matter,
        State state,
        Optional<InteractionId> interaction) {
    public Appointment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(with, "with");
        Objects.requireNonNull(queue, "queue");
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(at, "at");
        if (matter.isBlank() || matter.length() > 200) {
            throw new IllegalArgumentException("matter must have 1 to 200 characters but has " + matter.length());
        }
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(interaction, "interaction");
    }

    /** Where it stands; the lower-case name is the one on the wire. */
    public enum State {
        /** It is to come. */
        BOOKED,
        /** Its contact is there. */
        BEGUN,
        /** It was called off. */
        CANCELLED
    }

    /**
     * Whom it is with.
     *
     * @param customer who, if he is known
     * @param number where he is called
     */
    public record With(Optional<CustomerId> customer, Address.PhoneNumber number) {
        public With {
            Objects.requireNonNull(customer, "customer");
            Objects.requireNonNull(number, "number");
        }

        /** Hides the number. */
        @Override
        public String toString() {
            return "With[…]";
        }
    }

    /**
     * The same at another moment.
     *
     * @param moment when
     * @return the appointment
     */
    public Appointment moved(Instant moment) {
        return new Appointment(id, with, queue, agent, moment, matter, state, interaction);
    }

    /**
     * The same, further on.
     *
     * @param now where it stands
     * @param contact the contact it became
     * @return the appointment
     */
    public Appointment as(State now, Optional<InteractionId> contact) {
        return new Appointment(id, with, queue, agent, at, matter, now, contact);
    }

    /**
     * Its fields.
     *
     * @return JSON values
     */
    public Map<String, Object> json() {
        Map<String, Object> json = new TreeMap<>();
        json.put("appointment", id.toString());
        with.customer().ifPresent(customer -> json.put("customer", customer.toString()));
        json.put("number", with.number().e164());
        json.put("queue", queue.value());
        agent.ifPresent(who -> json.put("agent", who.value()));
        json.put("at", at.toString());
        json.put("matter", matter);
        json.put("state", state.name().toLowerCase(Locale.ROOT));
        interaction.ifPresent(contact -> json.put("interaction", contact.toString()));
        return json;
    }

    /** Hides the matter. */
    @Override
    public String toString() {
        return "Appointment[" + id + ", " + at + ", " + state + "]";
    }
}
