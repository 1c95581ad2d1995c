// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.appointment;

import io.patchbay.api.access.Place;
import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.flow.api.Appointment;
import io.patchbay.flow.api.Appointment.State;
import io.patchbay.flow.api.AppointmentCommand;
import io.patchbay.flow.api.Appointments;
import io.patchbay.flow.api.Party;
import io.patchbay.flow.store.AppointmentTable;
import io.patchbay.spi.erasure.Identities;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** The appointments: those to come in memory, all in their table. */
public final class AppointmentBook implements Appointments {
    private static final Duration SHOWN = Duration.ofDays(1);
    private static final Duration FARTHEST = Duration.ofDays(366);

    private final AppointmentTable table;
    private final Function<QueueId, Optional<UnitId>> queues;
    private final Predicate<AgentId> agents;
    private final InstantSource clock;
    private final Map<UUID, Appointment> now = new ConcurrentHashMap<>();

    /** {@code queues} gives a queue's unit, empty for an unknown one. */
    public AppointmentBook(
            AppointmentTable table,
            Function<QueueId, Optional<UnitId>> queues,
            Predicate<AgentId> agents,
            InstantSource clock) {
        this.table = table;
        this.queues = queues;
        this.agents = agents;
        this.clock = clock;
        table.since(clock.instant().minus(SHOWN), json -> AppointmentFields.read(json, UUID::randomUUID, Party::typed))
                .forEach(one -> now.put(one.id(), one));
    }

    @Override
    public List<Appointment> appointments(Scope scope) {
        Instant shown = clock.instant().minus(SHOWN);
        now.values().removeIf(one -> one.state() != State.BOOKED && one.at().isBefore(shown));
        return now.values().stream()
                .filter(one -> scope.everywhere()
                        || queues.apply(one.queue())
                                .filter(unit -> scope.may(BOOK, Place.of(unit)))
                                .isPresent())
                .sorted(Comparator.comparing(Appointment::at).thenComparing(Appointment::id))
                .toList();
    }

    /** Those whose time has come. */
    public List<Appointment> due() {
        Instant moment = clock.instant();
        return now.values().stream()
                .filter(one -> one.state() == State.BOOKED && !one.at().isAfter(moment))
                .sorted(Comparator.comparing(Appointment::at))
                .toList();
    }

    /** One that is to come or was lately. */
    public Optional<Appointment> find(UUID id) {
        return Optional.ofNullable(now.get(id));
    }

    /** Its contact is there. Waits for the database. */
    public synchronized void begun(UUID id, InteractionId contact) {
        find(id).filter(one -> one.state() == State.BOOKED)
                .ifPresent(one -> save(
                        new Actor.Part("flow"), one.as(State.BEGUN, Optional.of(contact)), "appointment.begun", ""));
    }

    /** Carries a command out. Waits for the database. */
    public synchronized CommandResult carryOut(Actor actor, AppointmentCommand command, String key) {
        if (command instanceof AppointmentCommand.Book book) {
            return wrong(actor, book.appointment())
                    .or(() -> twice(book.appointment()))
                    .orElseGet(() -> save(actor, book.appointment(), "appointment.booked", key));
        }
        UUID id = command instanceof AppointmentCommand.Move move
                ? move.id()
                : ((AppointmentCommand.Cancel) command).id();
        Optional<Appointment> there = find(id).filter(one -> one.state() == State.BOOKED && mine(actor, one));
        if (there.isEmpty()) {
            return refused(
                    Kind.NOT_FOUND,
                    "unknown-appointment",
                    "There is no appointment {0} to come.",
                    "没有待进行的预约 {0}。",
                    id.toString());
        } else if (command instanceof AppointmentCommand.Move move) {
            Appointment moved = there.get().moved(move.at());
            return wrong(actor, moved).orElseGet(() -> save(actor, moved, "appointment.moved", key));
        }
        return save(actor, there.get().as(State.CANCELLED, Optional.empty()), "appointment.cancelled", key);
    }

    private CommandResult save(Actor actor, Appointment appointment, String type, String key) {
        Map<String, Object> result = Map.of("appointment", appointment.id().toString());
        Map<String, Object> body = new TreeMap<>(result);
        body.put("at", appointment.at().toString());
        body.put("queue", appointment.queue().value());
        appointment.agent().ifPresent(agent -> body.put("agent", agent.value()));
        appointment.interaction().ifPresent(contact -> body.put("contact", contact.toString()));
        UnitId unit = queues.apply(appointment.queue()).orElse(UnitId.ROOT);
        table.save(appointment, JournalDraft.act(clock.instant(), type, actor, unit, body), key, result);
        now.put(appointment.id(), appointment);
        return new CommandResult.Done(result);
    }

    private boolean mine(Actor actor, Appointment appointment) {
        return queues.apply(appointment.queue())
                .filter(unit -> !(actor instanceof Actor.Person person)
                        || person.scope().may(BOOK, Place.of(unit)))
                .isPresent();
    }

    private Optional<CommandResult> wrong(Actor actor, Appointment appointment) {
        Instant moment = clock.instant();
        if (!mine(actor, appointment)) {
            return Optional.of(refused(
                    Kind.INVALID,
                    "unknown-queue",
                    "There is no queue \"{0}\".",
                    "没有队列“{0}”。",
                    appointment.queue().value()));
        } else if (appointment.agent().filter(agents.negate()).isPresent()) {
            return Optional.of(refused(
                    Kind.INVALID,
                    "unknown-agent",
                    "There is no agent \"{0}\".",
                    "没有坐席“{0}”。",
                    appointment.agent().get().value()));
        } else if (appointment.at().isBefore(moment) || appointment.at().isAfter(moment.plus(FARTHEST))) {
            return Optional.of(refused(
                    Kind.INVALID,
                    "wrong-at",
                    "{0} is not a moment within the next year.",
                    "{0} 不是未来一年内的时间。",
                    appointment.at().toString()));
        }
        return Optional.empty();
    }

    /** A customer has one appointment at a moment in a queue. */
    private Optional<CommandResult> twice(Appointment appointment) {
        return now.values().stream()
                .filter(one -> one.state() == State.BOOKED
                        && one.with().number().equals(appointment.with().number())
                        && one.at().equals(appointment.at()))
                .findFirst()
                .map(one -> refused(
                        Kind.CONFLICT,
                        "already-booked",
                        "The customer has the appointment {0} at that moment.",
                        "该客户此时间已有预约 {0}。",
                        one.id().toString()));
    }

    private static CommandResult refused(Kind kind, String code, String english, String chinese, String value) {
        return new Refused(kind, Problem.of(code, english, chinese, value));
    }

    /** Takes away what is with a person. Waits for the database. */
    public synchronized int erase(Identities person) {
        int gone = table.erase(person.customers(), person.addressHashes());
        if (gone > 0) {
            now.clear();
            table.since(
                            clock.instant().minus(SHOWN),
                            json -> AppointmentFields.read(json, UUID::randomUUID, Party::typed))
                    .forEach(one -> now.put(one.id(), one));
        }
        return gone;
    }
}
