// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.api;

import io.patchbay.api.command.Command;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** What is done about appointments. */
public sealed interface AppointmentCommand extends Command {
    /**
     * {@code appointment.book}: agrees a time.
     *
     * @param appointment booked, at a moment to come within a year
     */
    record Book(Appointment appointment) implements AppointmentCommand {
        public Book {
            Objects.requireNonNull(appointment, "appointment");
        }
    }

    /**
     * {@code appointment.move}: another time.
     *
     * @param id which
     * @param at when
     */
    record Move(UUID id, Instant at) implements AppointmentCommand {
        public Move {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * {@code appointment.cancel}: it does not take place.
     *
     * @param id which
     */
    record Cancel(UUID id) implements AppointmentCommand {
        public Cancel {
            Objects.requireNonNull(id, "id");
        }
    }
}
