// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.flow.api.Appointment;
import io.patchbay.flow.api.AppointmentCommand;
import io.patchbay.flow.field.TypedParty;
import io.patchbay.flow.store.AppointmentTable;
import io.patchbay.spi.channel.Arrival;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.Intake;
import io.patchbay.spi.channel.OverloadException;
import io.patchbay.spi.channel.SignalSink;
import io.patchbay.spi.erasure.Identities;
import io.patchbay.spi.treatment.Treated;
import io.patchbay.spi.treatment.TreatmentQuestion;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What appointments promise on every database. */
abstract class AppointmentContract {
    private static final Actor ALICE = new Actor.Part("test");
    private static final String NUMBER = "13800132046";

    private final ManualClock clock = new ManualClock();
    private final Door door = new Door();
    private PlainStore store;
    private AppointmentTable table;
    private AppointmentBook book;

    /** An intake that opens nothing twice for the same remote id. */
    private static final class Door implements Intake {
        private final Map<String, InteractionId> contacts = new HashMap<>();
        private final List<Arrival> arrivals = new ArrayList<>();
        private boolean overloaded;
        private boolean killed;

        @Override
        public SignalSink open(Arrival arrival, ChannelSession session) throws OverloadException {
            if (overloaded) {
                throw new OverloadException("full");
            }
            arrivals.add(arrival);
            InteractionId id = contacts.computeIfAbsent(
                    arrival.remoteId().orElseThrow(), remote -> InteractionId.at(arrivals.size()));
            if (!killed) {
                session.committed(id, ConversationId.at(1));
            }
            return signal -> {};
        }

        @Override
        public Optional<SignalSink> resume(InteractionId id, ChannelSession session) {
            return Optional.empty();
        }

        @Override
        public List<OpenContact> open(ChannelKey channel) {
            return List.of();
        }
    }

    abstract PlainStore open();

    @BeforeEach
    void begin() {
        store = open();
        ClassLoader loader = AppointmentBook.class.getClassLoader();
        store.migrations().migrate("io.patchbay.flow", loader, "io/patchbay/flow/changelog.sql");
        table = new AppointmentTable(store.unit(loader, "flow"), store.outbox(), store.vault());
        starts();
    }

    private void starts() {
        book = new AppointmentBook(
                table,
                queue -> Optional.of(UnitId.ROOT).filter(unit -> queue.value().equals("vip")),
                new AgentId("carol")::equals,
                clock);
    }

    @AfterEach
    void end() {
        store.close();
    }

    private void look() {
        new AppointmentChannel(book, door, book::begun).look();
    }

    private Appointment appointment(String queue, String agent, Duration in) {
        return AppointmentFields.read(
                Map.of(
                        "number", NUMBER,
                        "queue", queue,
                        "agent", agent,
                        "at", clock.instant().plus(in).toString(),
                        "matter", "房贷方案"),
                UUID::randomUUID,
                TypedParty::read);
    }

    private CommandResult does(AppointmentCommand command) {
        return book.carryOut(ALICE, command, "");
    }

    private static String code(CommandResult result) {
        return ((CommandResult.Refused) result).problem().code();
    }

    private Appointment booked(Duration in) {
        Appointment appointment = appointment("vip", "carol", in);
        assertThat(does(new AppointmentCommand.Book(appointment))).isInstanceOf(CommandResult.Done.class);
        return appointment;
    }

    @Test
    void itBecomesAContactAtItsTimeAndOnce() {
        Appointment appointment = booked(Duration.ofHours(1));
        look();
        assertThat(door.arrivals).isEmpty();
        clock.advance(Duration.ofHours(1));
        look();
        look();
        assertThat(door.arrivals).singleElement().satisfies(arrival -> {
            assertThat(arrival.queue()).isEqualTo(new QueueId("vip"));
            assertThat(arrival.from().text()).isEqualTo("tel:+8613800132046");
            assertThat(arrival.about().subject()).contains("房贷方案");
        });
        assertThat(book.find(appointment.id()).orElseThrow().state()).isEqualTo(Appointment.State.BEGUN);
    }

    @Test
    void oneThatAKillCutsShortIsTheSameContact() {
        booked(Duration.ofHours(1));
        clock.advance(Duration.ofHours(1));
        door.killed = true;
        look();
        door.killed = false;
        starts();
        look();
        starts();
        look();
        assertThat(door.arrivals).hasSize(2);
        assertThat(door.contacts).hasSize(1);
        assertThat(book.appointments(Scope.system()))
                .singleElement()
                .extracting(Appointment::interaction)
                .isEqualTo(Optional.of(door.contacts.values().iterator().next()));
    }

    @Test
    void anOverloadedCoreIsAskedAgain() {
        booked(Duration.ofHours(1));
        clock.advance(Duration.ofHours(2));
        AppointmentChannel channel = new AppointmentChannel(book, door, book::begun);
        door.overloaded = true;
        channel.look();
        door.overloaded = false;
        channel.look();
        assertThat(door.arrivals).hasSize(1);
    }

    @Test
    void itIsMovedAndCalledOff() {
        Appointment one = booked(Duration.ofHours(1));
        assertThat(code(does(new AppointmentCommand.Book(appointment("vip", "carol", Duration.ofHours(1))))))
                .isEqualTo("already-booked");
        does(new AppointmentCommand.Move(one.id(), clock.instant().plus(Duration.ofHours(3))));
        clock.advance(Duration.ofHours(2));
        look();
        assertThat(door.arrivals).isEmpty();
        assertThat(does(new AppointmentCommand.Cancel(one.id()))).isInstanceOf(CommandResult.Done.class);
        clock.advance(Duration.ofHours(2));
        look();
        assertThat(door.arrivals).isEmpty();
        assertThat(code(does(new AppointmentCommand.Cancel(one.id())))).isEqualTo("unknown-appointment");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(code(does(new AppointmentCommand.Book(appointment("nowhere", "carol", Duration.ofHours(1))))))
                .isEqualTo("unknown-queue");
        assertThat(code(does(new AppointmentCommand.Book(appointment("vip", "nobody", Duration.ofHours(1))))))
                .isEqualTo("unknown-agent");
        for (Duration in : List.of(Duration.ofMinutes(-1), Duration.ofDays(400))) {
            assertThat(code(does(new AppointmentCommand.Book(appointment("vip", "carol", in)))))
                    .isEqualTo("wrong-at");
        }
        assertThatThrownBy(() -> AppointmentFields.read(
                        Map.of("number", "x@y.z", "queue", "vip", "at", "2026-12-01T00:00:00Z", "matter", "m"),
                        UUID::randomUUID,
                        TypedParty::read))
                .hasMessageContaining("telephone number");
    }

    @Test
    void itIsPutBeforeTheOthersWithItsAgentFirst() {
        booked(Duration.ofHours(1));
        clock.advance(Duration.ofHours(1));
        look();
        Arrival arrival = door.arrivals.get(0);
        Treated.CallBack treated = (Treated.CallBack) new AppointmentTreatment(book)
                .treat(new TreatmentQuestion(
                        new TreatmentQuestion.Contact(
                                arrival.channel(), arrival.kind(), Optional.of(arrival.from()), arrival.to(), "zh-CN"),
                        arrival.queue(),
                        UnitId.ROOT,
                        Optional.empty(),
                        Map.of(),
                        clock.instant()));
        assertThat(treated.creditMinutes()).isEqualTo(120);
        assertThat(treated.officer()).contains(new AgentId("carol"));
    }

    @Test
    void whoIsErasedHasNone() {
        booked(Duration.ofHours(1));
        String hash = store.vault().lookupHash("tel:+8613800132046");
        Identities person = new Identities(Set.of(), Set.of(hash), Set.of(), Set.of(), Set.of(), Set.of());
        assertThat(book.erase(person)).isEqualTo(1);
        assertThat(book.appointments(Scope.system())).isEmpty();
        assertThat(book.erase(person)).isZero();
    }
}
