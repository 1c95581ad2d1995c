// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.store.copy.Copied;
import io.patchbay.store.copy.CopyFailed;
import io.patchbay.store.database.PooledDatabase;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.TestDatabases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DatabaseCopyTest {
    private static final ClassLoader LOADER = DatabaseCopyTest.class.getClassLoader();
    private static final String CHANGELOG = "io/patchbay/store/test/copied.sql";

    @TempDir
    Path folder;

    private PlainStore here;
    private PlainStore there;

    private DataSource h2(String name) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.resolve(name) + ";MODE=PostgreSQL");
        return source;
    }

    static Stream<String> targets() {
        return System.getenv(TestDatabases.PG_URL) == null ? Stream.of("h2") : Stream.of("h2", "postgresql");
    }

    @BeforeEach
    void open() throws SQLException {
        here = new PlainStore(folder.resolve("here"), h2("source"));
        here.migrations().migrate("copied", LOADER, CHANGELOG);
        for (int i = 1; i <= 1_234; i++) {
            line(i, i == 7 ? null : "第 " + i + " 条 ✓");
        }
        run(
                here,
                "insert into copied_pair (a, b, real_one, yes, bytes) values ('x', 1, 0.1, true, null), ('x', 2, null, false, X'00ff')");
    }

    private void target(String kind) {
        DataSource source = kind.equals("h2") ? h2("target") : TestDatabases.postgresql();
        there = new PlainStore(folder.resolve("there"), source);
        there.migrations().migrate("copied", LOADER, CHANGELOG);
    }

    @AfterEach
    void close() {
        here.close();
        if (there != null) {
            there.close();
        }
    }

    private void line(int seq, String text) throws SQLException {
        try (Connection connection = here.database().dataSource().getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into journal (seq, hash, text) values (?, ?, ?)")) {
            insert.setLong(1, seq);
            insert.setString(2, "hash " + seq);
            insert.setString(3, text);
            insert.executeUpdate();
        }
    }

    private static void run(PlainStore store, String... statements) throws SQLException {
        try (Connection connection = store.database().dataSource().getConnection();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String text(PlainStore store, String sql) throws SQLException {
        try (Connection connection = store.database().dataSource().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private Copied copy() throws SQLException {
        try (DatabaseCopy copy = new DatabaseCopy(
                here.database().dataSource().getConnection(),
                there.database().dataSource().getConnection())) {
            return copy.run(true);
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void everyRowArrivesAndCountersGoOn(String kind) throws SQLException {
        target(kind);
        Copied copied = copy();
        assertThat(copied.head()).isEqualTo(1_234);
        assertThat(copied.rows()).isGreaterThanOrEqualTo(1_236);
        assertThat(text(there, "select text from journal where seq = 1234")).isEqualTo("第 1234 条 ✓");
        assertThat(text(there, "select text from journal where seq = 7")).isNull();
        run(there, "insert into copied_pair (a, b) values ('next', 0)");
        assertThat(text(there, "select max(number) from copied_pair")).isEqualTo("3");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void aSecondRunTakesWhatIsNewChangedAndGone(String kind) throws SQLException {
        target(kind);
        run(here, "insert into copied_heap (words) values ('twice'), ('twice'), (null)");
        copy();
        line(1_235, "new");
        run(here, "delete from copied_heap where words is null");
        run(
                here,
                "update copied_pair set yes = false where b = 1",
                "delete from copied_pair where b = 2",
                "insert into copied_pair (a, b, yes) values ('z', 9, true)");
        copy();
        assertThat(text(there, "select text from journal where seq = 1235")).isEqualTo("new");
        assertThat(text(there, "select count(*) from copied_pair")).isEqualTo("2");
        assertThat(text(there, "select count(*) from copied_pair where yes")).isEqualTo("1");
        assertThat(text(there, "select count(*) from copied_heap")).isEqualTo("2");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void somebodyElsesJournalIsNotWrittenOver(String kind) throws SQLException {
        target(kind);
        run(there, "insert into journal (seq, hash) values (5, 'of another Patchbay')");
        assertThatThrownBy(this::copy)
                .isInstanceOf(CopyFailed.class)
                .hasMessageContaining("another Patchbay")
                .hasMessageContaining("5");
        assertThat(text(there, "select count(*) from journal")).isEqualTo("1");
    }

    @Test
    void aTableThatTheTargetDoesNotHaveIsNamed() throws SQLException {
        target("h2");
        run(here, "create table extra (id bigint primary key)");
        assertThatThrownBy(this::copy).isInstanceOf(CopyFailed.class).hasMessageContaining("extra");
    }

    @Test
    void whatIsWrittenMeanwhileIsNotInTheCopyAndDoesNotDisturbIt() throws SQLException {
        target("h2");
        try (Side source = new Side(here.database().dataSource().getConnection())) {
            Table pair = source.tables().get("copied_pair");
            source.connection().commit();
            source.freeze();
            assertThat(source.number("select count(*) from journal")).contains(1_234L);
            run(here, "delete from copied_pair", "insert into copied_pair (a, b) values ('late', 0)");
            Tally tally = new Tally();
            source.rows(pair, "", tally::add);
            assertThat(tally.rows()).isEqualTo(2);
        }
    }

    @Test
    void whileTheDatabaseIsHeldNobodyWritesAndAfterItIsLeftNobodyEverDoes() throws SQLException {
        try (PooledDatabase database = PooledDatabase.over(h2("held"), 2)) {
            List<Connection> before = List.of(database.dataSource().getConnection());
            before.get(0).close();
            try (PooledDatabase.Hold hold = database.hold()) {
                assertThat(database.direct().getConnection().isValid(1)).isTrue();
                hold.forGood();
            }
            assertThatThrownBy(() -> database.dataSource().getConnection())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("left");
        }
    }
}
