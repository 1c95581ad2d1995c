// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.content.Confidential;
import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import io.patchbay.store.plain.PlainStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the store promises on every database. */
interface StoreContract {
    ContentOwner OWNER = new ContentOwner(
            ContentOwner.Kind.CUSTOMER, CustomerId.at(1_770_000_000_000L).value());
    Instant AT = Instant.parse("2026-03-02T01:02:03.004567Z");

    PlainStore store();

    default Transactions probe() {
        store().migrations().migrate("probe", loader(), "io/patchbay/store/test/probe.sql");
        return store().unit(loader(), "probe");
    }

    private static ClassLoader loader() {
        return StoreContract.class.getClassLoader();
    }

    private static JournalDraft draft(Map<String, Object> body) {
        return new JournalDraft(
                AT,
                "probe.saved",
                1,
                JournalDraft.Subject.NONE,
                "user:admin",
                new UnitId("headquarters"),
                0,
                body,
                Optional.of(OWNER));
    }

    @Test
    default void changelogRunsOnceAndGrowsLater() throws SQLException {
        store().migrations().migrate("probe", loader(), "io/patchbay/store/test/probe.sql");
        store().migrations().migrate("probe", loader(), "io/patchbay/store/test/probe.sql");
        store().migrations().migrate("probe", loader(), "io/patchbay/store/test/probe-next.sql");
        try (Connection connection = store().database().dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("insert into probe (id, words) values ('1', 'w')");
            try (var row = statement.executeQuery("select more from probe")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getInt(1)).isEqualTo(7);
            }
        }
    }

    @Test
    default void missingChangelogIsNamed() {
        assertThatThrownBy(() -> store().migrations().migrate("probe", loader(), "no/such.sql"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no/such.sql");
    }

    @Test
    default void innerWorkJoinsTheRunningTransactionAndRollsBackWithIt() {
        Transactions probe = probe();
        assertThatThrownBy(() -> probe.run(em -> {
                    em.persist(new ProbeRow("1", "outer"));
                    probe.run(inner -> inner.persist(new ProbeRow("2", "inner")));
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        List<ProbeRow> rows = probe.call(
                em -> em.createQuery("select p from ProbeRow p", ProbeRow.class).getResultList());
        assertThat(rows).isEmpty();
    }

    @Test
    default void hooksRunAfterCommitOnly() {
        Transactions probe = probe();
        List<String> seen = new ArrayList<>();
        probe.run(em -> {
            em.persist(new ProbeRow("1", "kept"));
            probe.afterCommit(() ->
                    seen.add(probe.call(again -> again.find(ProbeRow.class, "1").words())));
            assertThat(seen).isEmpty();
        });
        assertThatThrownBy(() -> probe.run(em -> {
                    probe.afterCommit(() -> seen.add("rolled back"));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(seen).containsExactly("kept");
        assertThatThrownBy(() -> probe.afterCommit(() -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void outboxRowIsCommittedWithTheChangeAndToldAfterwards() throws Exception {
        Transactions probe = probe();
        AtomicInteger told = new AtomicInteger();
        try (AutoCloseable listening = store().outbox().onWrite(told::incrementAndGet)) {
            probe.run(em -> {
                em.persist(new ProbeRow("1", "x"));
                store().outbox()
                        .write(
                                em,
                                draft(Map.of("name", new Confidential.Clear("王芳"), "n", 5)),
                                "k1",
                                Map.of("id", "1"));
                store().outbox().write(em, draft(Map.of("b", true)), "", Map.of());
                assertThat(told).hasValue(0);
            });
            assertThat(told).hasValue(1);
            assertThat(listening).isNotNull();
        }
        List<Outbox.Row> rows = store().outbox().pending(10);
        assertThat(rows).hasSize(2);
        Outbox.Row row = rows.get(0);
        assertThat(row.at()).isEqualTo(Instant.parse("2026-03-02T01:02:03.004Z"));
        assertThat(row.subject()).isEqualTo(JournalDraft.Subject.NONE);
        assertThat(row.body())
                .isEqualTo(
                        "{\"n\":5,\"name\":{\"sealed\":\"" + row.sealed().get(0).sha256() + "\"}}");
        assertThat(store().vault().open(row.sealed().get(0))).contains("王芳");
        assertThat(store().idempotencyKeys().find("user:admin", "k1")).contains(Map.of("id", "1"));
        try (Connection journal = store().database().dataSource().getConnection()) {
            journal.setAutoCommit(false);
            store().outbox().taken(journal, List.of(row.id()));
            journal.commit();
        }
        assertThat(store().outbox().pending(10))
                .extracting(Outbox.Row::id)
                .containsExactly(rows.get(1).id());
    }

    @Test
    default void rolledBackChangeLeavesNothingInTheOutbox() throws SQLException {
        Transactions probe = probe();
        assertThatThrownBy(() -> probe.run(em -> {
                    store().outbox().write(em, draft(Map.of("a", new Confidential.Clear("x"))), "k", Map.of());
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store().outbox().pending(10)).isEmpty();
        assertThat(store().idempotencyKeys().find("user:admin", "k")).isEmpty();
    }

    @Test
    default void secondUseOfAnIdempotencyKeyChangesNothing() throws SQLException {
        Transactions probe = probe();
        probe.run(em -> store().outbox().write(em, draft(Map.of()), "k", Map.of("first", true)));
        assertThatThrownBy(() -> probe.run(em -> {
                    em.persist(new ProbeRow("9", "twice"));
                    store().outbox().write(em, draft(Map.of()), "k", Map.of("first", false));
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(store().idempotencyKeys().find("user:admin", "k")).contains(Map.of("first", true));
        Optional<ProbeRow> second = probe.call(em -> Optional.ofNullable(em.find(ProbeRow.class, "9")));
        assertThat(second).isEmpty();
    }

    @Test
    default void idempotencyKeysGoAfterADay() throws SQLException {
        try (Connection connection = store().database().dataSource().getConnection()) {
            store().idempotencyKeys().keep(connection, "user:a", "old", Map.of(), AT);
            store().idempotencyKeys().keep(connection, "user:a", "new", Map.of(), AT.plusSeconds(25 * 3600));
        }
        assertThat(store().idempotencyKeys().find("user:a", "old")).isEmpty();
        assertThat(store().idempotencyKeys().find("user:a", "new")).isPresent();
    }
}
