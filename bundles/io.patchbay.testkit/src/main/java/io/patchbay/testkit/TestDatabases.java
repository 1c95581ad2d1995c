// SPDX-License-Identifier: Apache-2.0
package io.patchbay.testkit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Empty databases for contract tests. PostgreSQL is there if {@code PATCHBAY_TEST_PG_URL} names a database (with
 * {@code PATCHBAY_TEST_PG_USER} and {@code PATCHBAY_TEST_PG_PASSWORD}); each call makes a schema of its own in it.
 */
public final class TestDatabases {
    /** The variable that switches PostgreSQL tests on, for {@code @EnabledIfEnvironmentVariable}. */
    public static final String PG_URL = "PATCHBAY_TEST_PG_URL";

    private TestDatabases() {}

    /**
     * An H2 database in a file, as the embedded default.
     *
     * @param folder where its files go, for example a {@code @TempDir}; the same folder gives the same database
     * @return its connections, not pooled
     */
    public static DataSource h2(Path folder) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.toAbsolutePath().resolve("patchbay")
                + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1;WRITE_DELAY=0");
        return source;
    }

    /**
     * An H2 database in memory; quick, for tests in which files do not matter.
     *
     * @return its connections, not pooled
     */
    public static DataSource memory() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
        return source;
    }

    /**
     * A fresh schema of the PostgreSQL database of the environment. Left behind: the server is thrown away.
     *
     * @return its connections, not pooled
     * @throws IllegalStateException if the environment names none or it cannot be reached
     */
    public static DataSource postgresql() {
        String schema = "t" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = server().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException("no schema in the database of " + PG_URL, e);
        }
        PGSimpleDataSource source = server();
        source.setCurrentSchema(schema);
        return source;
    }

    private static PGSimpleDataSource server() {
        String url = System.getenv(PG_URL);
        if (url == null) {
            throw new IllegalStateException(PG_URL + " is not set");
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(System.getenv("PATCHBAY_TEST_PG_USER"));
        source.setPassword(System.getenv("PATCHBAY_TEST_PG_PASSWORD"));
        return source;
    }
}
