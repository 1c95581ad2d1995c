// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks.calls;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/** The journal in PostgreSQL, read by the benchmark itself, and the server's processes. */
final class JournalLog implements AutoCloseable {
    private static final String URL = "PATCHBAY_TEST_PG_URL";
    private static final String USER = "PATCHBAY_TEST_PG_USER";
    private static final String PASSWORD = "PATCHBAY_TEST_PG_PASSWORD";

    private final String schema = "calls" + UUID.randomUUID().toString().replace("-", "");
    private final Connection connection;

    JournalLog() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(System.getenv(URL));
        source.setUser(System.getenv(USER));
        source.setPassword(System.getenv(PASSWORD));
        connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
            statement.execute("set search_path to " + schema);
        }
    }

    /** Lines for {@code etc/io.patchbay.store.cfg}. */
    String store() {
        String url = System.getenv(URL);
        return "url = " + url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema + "\nuser = "
                + System.getenv(USER) + "\npassword = " + System.getenv(PASSWORD) + "\n";
    }

    long head() throws SQLException {
        return (long) number("select coalesce(max(seq), 0) from journal where seq > ?", -1);
    }

    /** From a caller's arrival to his agent, in milliseconds: the share's percentile. */
    double connected(double share, long after) throws SQLException {
        return number(
                "select percentile_disc(" + share
                        + ") within group (order by c.at - a.at) from journal a join journal c"
                        + " on c.interaction = a.interaction and c.type = 'interaction.connected'"
                        + " where a.type = 'interaction.arrived' and a.seq > ?",
                after);
    }

    /** Calls that were closed with this outcome. */
    int closed(String outcome, long after) throws SQLException {
        return (int) number(
                "select count(*) from journal where type = 'interaction.closed' and body like '%\"outcome\":\""
                        + outcome + "\"%' and seq > ?",
                after);
    }

    private double number(String query, long after) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, after);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getDouble(1);
            }
        }
    }

    /** CPU of the server's processes on this machine. */
    double serverCpuSeconds() throws SQLException {
        double seconds = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pid from pg_stat_activity")) {
            while (row.next()) {
                seconds += new Proc(row.getLong(1)).cpuSeconds();
            }
        }
        return seconds;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
