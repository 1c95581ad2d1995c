// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.alarm;

import io.patchbay.api.alarm.Alarm;
import io.patchbay.api.command.Problem;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.store.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The alarms as rows, a projection of the journal; its checkpoint moves in the transaction of its rows. */
public final class AlarmTable {
    private static final String COLUMNS =
            "id, part, severity, code, english, chinese, raised_at, acknowledged_by, acknowledged_at, cleared_at";

    private static final int ENTRIES = 1_000;

    private final Database database;

    /** Over a database whose tables are there. */
    public AlarmTable(Database database) {
        this.database = database;
    }

    /** The newest, those that are open and those that are over. */
    public List<Alarm> newest(int limit) {
        String sql = "select " + COLUMNS + " from monitor_alarm order by raised_at desc limit ?";
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, limit);
            List<Alarm> alarms = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    alarms.add(alarm(row));
                }
            }
            return alarms;
        } catch (SQLException e) {
            throw new IllegalStateException("alarms cannot be read: " + e.getMessage(), e);
        }
    }

    private static Alarm alarm(ResultSet row) throws SQLException {
        Optional<Instant> acknowledged = instant(row, "acknowledged_at");
        String by = row.getString("acknowledged_by");
        return new Alarm(
                row.getString("id"),
                row.getString("part"),
                AlarmEntries.severity(row.getString("severity")),
                new Problem(row.getString("code"), row.getString("english"), row.getString("chinese")),
                instant(row, "raised_at").orElseThrow(),
                acknowledged.map(at -> new Alarm.Acknowledged(by, at)),
                instant(row, "cleared_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    /** The last entry taken. */
    public long checkpoint() {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement select = connection.prepareStatement("select seq from monitor_checkpoint");
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException("the checkpoint of alarms cannot be read: " + e.getMessage(), e);
        }
    }

    /** Takes what was journalled just before a restart, so that the rows are whole when they are read. */
    public void catchUp(Journal journal) {
        for (List<JournalEntry> next = missed(journal); !next.isEmpty(); next = missed(journal)) {
            take(next);
        }
    }

    private List<JournalEntry> missed(Journal journal) {
        return journal.read(checkpoint(), ENTRIES);
    }

    /** Takes entries in order; a follower of the journal. */
    public void take(List<JournalEntry> entries) {
        try (Connection transaction = database.dataSource().getConnection()) {
            transaction.setAutoCommit(false);
            try {
                for (JournalEntry entry : entries) {
                    if (entry.type().startsWith(AlarmEntries.FAMILY)) {
                        write(transaction, entry);
                    }
                }
                update(
                        transaction,
                        "update monitor_checkpoint set seq = ?",
                        entries.get(entries.size() - 1).seq());
                transaction.commit();
            } catch (SQLException e) {
                transaction.rollback();
                throw e;
            } finally {
                transaction.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("alarms cannot be written: " + e.getMessage(), e);
        }
    }

    private static void write(Connection transaction, JournalEntry entry) throws SQLException {
        Alarm alarm = AlarmEntries.read(entry);
        long at = entry.at().toEpochMilli();
        switch (entry.type()) {
            case "alarm.raised" -> insert(transaction, alarm);
            case "alarm.escalated" -> update(
                    transaction,
                    "update monitor_alarm set severity = ?, code = ?, english = ?, chinese = ? where id = ?",
                    AlarmEntries.word(alarm.severity()),
                    alarm.problem().code(),
                    alarm.problem().english(),
                    alarm.problem().chinese(),
                    alarm.id());
            case "alarm.acknowledged" -> update(
                    transaction,
                    "update monitor_alarm set acknowledged_by = ?, acknowledged_at = ? where id = ?",
                    entry.actor(),
                    at,
                    alarm.id());
            case "alarm.cleared" -> update(
                    transaction, "update monitor_alarm set cleared_at = ? where id = ?", at, alarm.id());
            default -> {} // a type of a later version
        }
    }

    private static void insert(Connection transaction, Alarm alarm) throws SQLException {
        update(
                transaction,
                "insert into monitor_alarm (id, part, severity, code, english, chinese, raised_at) values (?, ?, ?, ?, ?, ?, ?)",
                alarm.id(),
                alarm.part(),
                AlarmEntries.word(alarm.severity()),
                alarm.problem().code(),
                alarm.problem().english(),
                alarm.problem().chinese(),
                alarm.raisedAt().toEpochMilli());
    }

    private static void update(Connection transaction, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
