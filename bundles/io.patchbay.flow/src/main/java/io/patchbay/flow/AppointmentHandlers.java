// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.Uuid7;
import io.patchbay.flow.api.AppointmentCommand;
import io.patchbay.flow.api.Appointments;
import io.patchbay.flow.appointment.AppointmentFields;
import io.patchbay.flow.field.Fields;
import io.patchbay.flow.field.TypedParty;
import io.patchbay.spi.command.CommandHandler;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands about appointments. */
final class AppointmentHandlers {
    private AppointmentHandlers() {}

    abstract static class OfAppointments<C extends AppointmentCommand> implements CommandHandler<C> {
        private final Class<C> type;
        private final String name;
        private final AppointmentComponent appointments;
        private final Threads threads;

        OfAppointments(Class<C> type, String name, AppointmentComponent appointments, Threads threads) {
            this.type = type;
            this.name = name;
            this.appointments = appointments;
            this.threads = threads;
        }

        @Override
        public final Class<C> type() {
            return type;
        }

        @Override
        public final String name() {
            return name;
        }

        @Override
        public final String permission() {
            return Appointments.BOOK;
        }

        @Override
        public final CompletionStage<CommandResult> handle(Actor actor, C command, String idempotencyKey) {
            return threads.run(() -> appointments.book().carryOut(actor, command, idempotencyKey));
        }

        static UUID id(Map<String, Object> body) {
            return UUID.fromString(new Fields(body).text("appointment"));
        }
    }

    /** {@code appointment.book}. */
    @Component(service = CommandHandler.class)
    public static final class Book extends OfAppointments<AppointmentCommand.Book> {
        @Activate
        public Book(@Reference AppointmentComponent appointments, @Reference Threads threads) {
            super(AppointmentCommand.Book.class, "appointment.book", appointments, threads);
        }

        @Override
        public AppointmentCommand.Book read(Map<String, Object> body) {
            if (body.containsKey("appointment") || body.containsKey("state") || body.containsKey("interaction")) {
                throw new IllegalArgumentException("a new appointment has no id, state or contact yet");
            }
            return new AppointmentCommand.Book(
                    AppointmentFields.read(body, () -> Uuid7.at(System.currentTimeMillis()), TypedParty::read));
        }
    }

    /** {@code appointment.move}. */
    @Component(service = CommandHandler.class)
    public static final class Move extends OfAppointments<AppointmentCommand.Move> {
        @Activate
        public Move(@Reference AppointmentComponent appointments, @Reference Threads threads) {
            super(AppointmentCommand.Move.class, "appointment.move", appointments, threads);
        }

        @Override
        public AppointmentCommand.Move read(Map<String, Object> body) {
            return new AppointmentCommand.Move(id(body), AppointmentFields.moment(new Fields(body).text("at")));
        }
    }

    /** {@code appointment.cancel}. */
    @Component(service = CommandHandler.class)
    public static final class Cancel extends OfAppointments<AppointmentCommand.Cancel> {
        @Activate
        public Cancel(@Reference AppointmentComponent appointments, @Reference Threads threads) {
            super(AppointmentCommand.Cancel.class, "appointment.cancel", appointments, threads);
        }

        @Override
        public AppointmentCommand.Cancel read(Map<String, Object> body) {
            return new AppointmentCommand.Cancel(id(body));
        }
    }
}
