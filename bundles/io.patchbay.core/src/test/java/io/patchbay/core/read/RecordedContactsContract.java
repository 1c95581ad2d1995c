// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.address.Address;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.event.AssignmentEvent;
import io.patchbay.api.event.CoreEvent;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.InteractionEvent;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.RecordingId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Assignment;
import io.patchbay.api.interaction.Direction;
import io.patchbay.api.interaction.InteractionFilter;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.recording.RecordingFilter;
import io.patchbay.core.journal.SqlJournal;
import io.patchbay.store.plain.PlainStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings are found by what people know of them, and only by those who may hear them. */
abstract class RecordedContactsContract {
    private static final UnitId UNIT = new UnitId("headquarters");
    private static final long BEGAN = 1_790_000_000_000L;
    private static final int MANY = Integer.getInteger("patchbay.test.recordings", 20_000);

    @TempDir
    Path home;

    private PlainStore store;
    private SqlJournal journal;
    private RecordedContacts contacts;

    abstract DataSource database(Path folder);

    @BeforeEach
    void open() {
        store = new PlainStore(home, database(home));
        store.migrations().migrate("io.patchbay.core", getClass().getClassLoader(), "io/patchbay/core/changelog.sql");
        journal = new SqlJournal(store.database(), store.vault(), store.idempotencyKeys(), store.outbox());
        contacts = new RecordedContacts(store.database(), store.vault());
    }

    @AfterEach
    void close() {
        journal.close();
        store.close();
    }

    private static Scope hears(String unit) {
        return Scope.of(new UserId("quentin"), Set.of(new UnitId(unit)), Set.of(Permissions.RECORDINGS));
    }

    private static InteractionFilter contact(
            String queue, String agent, CustomerId customer, Instant from, Instant to) {
        return new InteractionFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(queue).map(QueueId::new),
                Optional.ofNullable(customer),
                Optional.ofNullable(agent).map(AgentId::new),
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                Optional.empty(),
                50);
    }

    private List<InteractionId> found(InteractionFilter contact, String address, String code) {
        return contacts.find(
                hears("headquarters"),
                new RecordingFilter(
                        contact,
                        Optional.ofNullable(address).map(Address.PhoneNumber::new),
                        Optional.ofNullable(code)));
    }

    private static InteractionFilter any() {
        return contact(null, null, null, null, null);
    }

    private void happens(InteractionId id, CoreEvent event) {
        JournalDraft draft = new JournalDraft(
                Instant.ofEpochMilli(BEGAN),
                CoreEvents.type(event),
                CoreEvents.VERSION,
                new JournalDraft.Subject(Optional.of(id), Optional.of(ConversationId.at(BEGAN))),
                "system:core",
                UNIT,
                1,
                CoreEvents.body(event),
                Optional.of(new ContentOwner(ContentOwner.Kind.INTERACTION, id.value())));
        journal.append(List.of(draft)).toCompletableFuture().join();
    }

    private InteractionId call(int number, boolean recorded, String code) {
        InteractionId id = InteractionId.at(BEGAN + number);
        happens(
                id,
                new InteractionEvent.Arrived(
                        "260921-0000" + number,
                        ConversationId.at(BEGAN),
                        new ChannelKey("voice"),
                        new WorkKind("call"),
                        Direction.INBOUND,
                        new QueueId("service"),
                        new Confidential.Clear("tel:+861380000000" + number),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "zh-CN",
                        Optional.empty()));
        happens(id, new AssignmentEvent.Offered(new AgentId("alice"), Instant.ofEpochMilli(BEGAN), "longest idle"));
        if (recorded) {
            happens(id, new InteractionEvent.RecordingBegan(RecordingId.at(BEGAN + number)));
        }
        happens(
                id,
                new AssignmentEvent.Ended(
                        new AgentId("alice"), Assignment.End.COMPLETED, Optional.of(code), Optional.empty()));
        return id;
    }

    private void project() throws SQLException {
        try (Connection connection = store.database().dataSource().getConnection()) {
            InteractionProjection.write(connection, journal.read(0, 1_000));
            RecordedProjection.write(connection, journal.read(0, 1_000), store.vault());
        }
    }

    @Test
    void whatTheJournalSaysIsFoundByNumberCodeAndAgent() throws SQLException {
        InteractionId first = call(1, true, "enquiry");
        InteractionId second = call(2, true, "complaint");
        call(3, false, "enquiry");
        project();
        assertThat(found(any(), null, null)).containsExactly(second, first);
        assertThat(found(any(), "+8613800000001", null)).containsExactly(first);
        assertThat(found(any(), "+8613800000003", null)).isEmpty();
        assertThat(found(any(), null, "complaint")).containsExactly(second);
        assertThat(found(contact("service", "alice", null, null, null), null, "enquiry"))
                .containsExactly(first);
        assertThat(found(contact(null, "bob", null, null, null), null, null)).isEmpty();
        assertThat(found(contact("vip", null, null, null, null), null, null)).isEmpty();
    }

    @Test
    void whoMayNotHearInTheirUnitFindsNone() throws SQLException {
        call(1, true, "enquiry");
        project();
        RecordingFilter all = new RecordingFilter(any(), Optional.empty(), Optional.empty());
        assertThat(contacts.find(hears("elsewhere"), all)).isEmpty();
        assertThat(contacts.find(Scope.nothing(new UserId("alice")), all)).isEmpty();
        assertThat(contacts.find(Scope.system(), all)).hasSize(1);
    }

    /** A million with {@code -Dpatchbay.test.recordings=1000000}; how long each search took is printed. */
    @Test
    void anyOfManyIsFound() throws SQLException {
        CustomerId customer = new CustomerId(new UUID(7, 7));
        fill(customer);
        Instant day = Instant.ofEpochMilli(BEGAN + MANY / 2 * 1_000L);
        timed("newest", any(), null, null, 50);
        timed("agent", contact(null, "agent-7", null, null, null), null, null, 50);
        timed("queue", contact("queue-3", null, null, null, null), null, null, 50);
        timed("customer", contact(null, null, customer, null, null), null, null, 1);
        timed("date", contact(null, null, null, day, day.plusSeconds(20)), null, null, 20);
        timed("number", any(), "+8613800000042", null, 1);
        timed("rare code", any(), null, "rare", 1);
        timed("common code", any(), null, "code-1", 50);
        timed("common code, agent, queue", contact("queue-2", "agent-7", null, null, null), null, "code-2", 50);
        timed("nothing", contact("queue-3", "agent-7", null, null, null), null, "code-2", 0);
    }

    private void timed(String what, InteractionFilter contact, String address, String code, int count) {
        long began = System.nanoTime();
        List<InteractionId> ids = found(contact, address, code);
        System.out.printf("recordings: %s among %d: %d ms%n", what, MANY, (System.nanoTime() - began) / 1_000_000);
        assertThat(ids).hasSize(count);
    }

    private void fill(CustomerId customer) throws SQLException {
        String hash = store.vault().lookupHash("tel:+8613800000042");
        try (Connection connection = store.database().dataSource().getConnection();
                PreparedStatement contact = connection.prepareStatement("insert into interaction"
                        + " (id, conversation, channel, queue, unit, customer, arrived_at, closed_at)"
                        + " values (?, ?, 'voice', ?, 'headquarters', ?, ?, ?)");
                PreparedStatement agent = connection.prepareStatement("insert into interaction_agent values (?, ?)");
                PreparedStatement recorded = connection.prepareStatement(
                        "insert into recorded_contact (interaction, party, code, recorded_at) values (?, ?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < MANY; i++) {
                long at = BEGAN + i * 1_000L;
                UUID id = InteractionId.at(at).value();
                set(contact, id, id, "queue-" + i % 5, i == 42 ? customer.value() : new UUID(8, i), at, at + 60_000);
                set(agent, id, "agent-" + i % 40);
                set(recorded, id, i == 42 ? hash : "h" + i, i == 42 ? "rare" : "code-" + i % 5, at);
                if (i % 1_000 == 999 || i == MANY - 1) {
                    contact.executeBatch();
                    agent.executeBatch();
                    recorded.executeBatch();
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
            connection.createStatement().execute("analyze");
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
