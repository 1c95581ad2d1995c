// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Which installation a database belongs to: its id stands in the database and in the home. A home that has worked never
 * begins silently on an empty database or on somebody else's.
 */
final class Installation {
    private final Path file;

    Installation(Path file) {
        this.file = file;
    }

    void check(DataSource source) {
        try (Connection connection = source.getConnection()) {
            Optional<UUID> home = home();
            Optional<UUID> database = database(connection);
            if (home.isPresent() && !home.equals(database)) {
                throw new IllegalStateException("the database "
                        + connection.getMetaData().getURL()
                        + (database.isEmpty()
                                ? " is empty"
                                : " belongs to another installation (" + database.get() + ")")
                        + ", but this home has worked with the database of installation " + home.get()
                        + ". Give that one in etc/io.patchbay.store.cfg, copy it with patchbay:database-copy, or remove "
                        + file + " to begin anew");
            }
            UUID id = database.orElseGet(UUID::randomUUID);
            if (database.isEmpty()) {
                name(connection, id);
            }
            if (home.isEmpty()) {
                Files.writeString(file, id + System.lineSeparator());
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the installation's id cannot be kept: " + e.getMessage(), e);
        }
    }

    private Optional<UUID> home() throws IOException {
        return Files.exists(file)
                ? Optional.of(UUID.fromString(Files.readString(file).strip()))
                : Optional.empty();
    }

    private static Optional<UUID> database(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists installation (id uuid not null primary key)");
            try (ResultSet row = statement.executeQuery("select id from installation")) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }

    private static void name(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into installation values (?)")) {
            insert.setObject(1, id);
            insert.executeUpdate();
        }
    }
}
