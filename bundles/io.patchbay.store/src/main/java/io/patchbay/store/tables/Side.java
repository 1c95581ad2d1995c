// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.tables;

import io.patchbay.api.command.Problem;
import io.patchbay.store.Dialect;
import io.patchbay.store.copy.CopyFailed;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One of the two databases of a copy: its connection and its tables. */
final class Side implements AutoCloseable {
    private static final int FETCH = 1_000;

    private final Connection connection;
    private final Dialect dialect;

    Side(Connection connection) throws SQLException {
        this.connection = connection;
        boolean postgresql = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        dialect = postgresql ? Dialect.POSTGRESQL : Dialect.H2;
        connection.setAutoCommit(false);
    }

    Connection connection() {
        return connection;
    }

    /** From here on everything is read as it is at one moment. */
    void freeze() throws SQLException {
        run(
                dialect == Dialect.POSTGRESQL
                        ? "set transaction isolation level repeatable read, read only"
                        : "set session characteristics as transaction isolation level snapshot");
        if (dialect == Dialect.H2) {
            connection.commit();
            run("set lazy_query_execution 1");
        }
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What does something with each row. */
    interface Each {
        void take(Row row) throws SQLException;
    }

    void rows(Table table, String condition, Each each) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(table.select() + condition)) {
            select.setFetchSize(FETCH);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    each.take(Row.read(table, result));
                }
            }
        }
    }

    /** Those of the keys that are here. */
    Map<List<Object>, Row> among(Table table, Collection<Row> keys) throws SQLException {
        Map<List<Object>, Row> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(table.selectAmong(keys.size()))) {
            int place = 1;
            for (Row row : keys) {
                place = row.writeKey(select, place);
            }
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    Row row = Row.read(table, result);
                    found.put(row.key(), row);
                }
            }
        }
        return found;
    }

    Optional<Long> number(String sql) throws SQLException {
        return text(sql).map(Long::valueOf);
    }

    Optional<String> text(String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        }
    }

    /** A column that counts by itself goes on behind the highest number that is there. */
    void countOn(Table table) throws SQLException {
        if (table.counter().isEmpty()) {
            return;
        }
        String column = table.counter().get();
        long next = number("select max(" + column + ") from " + table.name()).orElse(0L) + 1;
        if (dialect == Dialect.H2) {
            run("alter table " + table.name() + " alter column " + column + " restart with " + next);
        } else {
            run("select setval(pg_get_serial_sequence('" + table.name() + "', '" + column + "'), " + next + ", false)");
        }
    }

    /** All tables by name, without those in which Liquibase and the migrations note what ran here. */
    Map<String, Table> tables() throws SQLException {
        Map<String, Table> tables = new TreeMap<>();
        DatabaseMetaData data = connection.getMetaData();
        try (ResultSet found =
                data.getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME");
                String small = name.toLowerCase(Locale.ROOT);
                if (!small.startsWith("cl_") && !small.startsWith("databasechangelog") && !small.equals("migrated")) {
                    tables.put(small, table(data, name));
                }
            }
        }
        return tables;
    }

    private Table table(DatabaseMetaData data, String name) throws SQLException {
        List<Table.Column> columns = new ArrayList<>();
        Optional<String> counter = Optional.empty();
        try (ResultSet found = data.getColumns(null, connection.getSchema(), name, "%")) {
            while (found.next()) {
                String column = found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                String type = found.getString("TYPE_NAME");
                columns.add(new Table.Column(column, Kind.of(type).orElseThrow(() -> strange(name, column, type))));
                if ("YES".equals(found.getString("IS_AUTOINCREMENT"))) {
                    counter = Optional.of(column);
                }
            }
        }
        columns.sort(Comparator.comparing(Table.Column::name));
        return new Table(name.toLowerCase(Locale.ROOT), columns, key(data, name), counter);
    }

    private List<String> key(DatabaseMetaData data, String name) throws SQLException {
        Map<Integer, String> key = new TreeMap<>();
        try (ResultSet found = data.getPrimaryKeys(null, connection.getSchema(), name)) {
            while (found.next()) {
                key.put(found.getInt("KEY_SEQ"), found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return List.copyOf(key.values());
    }

    private static CopyFailed strange(String table, String column, String type) {
        return new CopyFailed(
                Problem.of(
                        "copy-type",
                        "Column {0}.{1} has the type {2}, which cannot be copied; change its changelog.",
                        "列 {0}.{1} 的类型 {2} 无法复制，请修改其变更脚本。",
                        table,
                        column,
                        type),
                null);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
