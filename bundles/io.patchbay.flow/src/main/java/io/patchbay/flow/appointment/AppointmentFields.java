// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.appointment;

import io.patchbay.api.address.Address;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.flow.api.Appointment;
import io.patchbay.flow.api.Party;
import io.patchbay.flow.field.Fields;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** An appointment as commands and rows have it. */
public final class AppointmentFields {
    private AppointmentFields() {}

    /** Reads one; {@code typed} makes a number of what people type. */
    public static Appointment read(Map<String, Object> body, Supplier<UUID> id, Function<String, Party> typed) {
        Fields fields = new Fields(body);
        Address.PhoneNumber number = typed.apply(fields.text("number")) instanceof Party.OfAddress of
                        && of.address() instanceof Address.PhoneNumber phone
                ? phone
                : wrongNumber();
        return new Appointment(
                fields.maybe("appointment").map(UUID::fromString).orElseGet(id),
                new Appointment.With(fields.maybe("customer").map(CustomerId::parse), number),
                new QueueId(fields.text("queue")),
                fields.maybe("agent").map(AgentId::new),
                moment(fields.text("at")),
                fields.text("matter"),
                fields.maybe("state")
                        .map(state -> Fields.one(Appointment.State.class, "state", state))
                        .orElse(Appointment.State.BOOKED),
                fields.maybe("interaction").map(InteractionId::parse));
    }

    private static Address.PhoneNumber wrongNumber() {
        throw new IllegalArgumentException("number must be a telephone number such as +8613800000000");
    }

    /** A moment in ISO 8601, such as {@code 2026-12-01T07:30:00Z}. */
    public static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "at must be a moment like 2026-12-01T07:30:00Z but is \"" + text + "\"", e);
        }
    }
}
