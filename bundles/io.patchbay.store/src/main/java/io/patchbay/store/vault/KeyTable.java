// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.vault;

import io.patchbay.api.content.ContentOwner;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** The table of wrapped keys. */
final class KeyTable {
    private final DataSource source;

    /** How often a lock is waited for. */
    private static final int PATIENCE = 40;

    private static final long PAUSE_NANOS = 250_000_000;

    KeyTable(DataSource source) {
        this.source = source;
    }

    /** A wrapped key of no bytes is a destroyed one. */
    Optional<byte[]> find(ContentOwner owner) {
        return Optional.ofNullable(find(List.of(owner)).get(owner));
    }

    /** What is committed of these. */
    Map<ContentOwner, byte[]> find(Collection<ContentOwner> owners) {
        try (Connection connection = source.getConnection()) {
            return find(connection, owners);
        } catch (SQLException e) {
            throw new IllegalStateException("content keys cannot be read", e);
        }
    }

    static Map<ContentOwner, byte[]> find(Connection connection, Collection<ContentOwner> owners) throws SQLException {
        String marks = String.join(",", java.util.Collections.nCopies(owners.size(), "?"));
        try (PreparedStatement select =
                connection.prepareStatement("select owner, wrapped from content_key where owner in (" + marks + ")")) {
            int at = 1;
            for (ContentOwner owner : owners) {
                select.setString(at++, owner.text());
            }
            Map<ContentOwner, byte[]> found = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(ContentOwner.parse(row.getString(1)), row.getBytes(2));
                }
            }
            return found;
        }
    }

    /** The owner with the highest id of each kind. */
    List<ContentOwner> highest() {
        List<ContentOwner> highest = new ArrayList<>();
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select max(owner) from content_key where owner >= ? and owner < ?")) {
            for (char letter : new char[] {'c', 'i', 'k'}) {
                select.setString(1, letter + ":");
                select.setString(2, letter + ":g");
                try (ResultSet row = select.executeQuery()) {
                    if (row.next() && row.getString(1) != null) {
                        highest.add(ContentOwner.parse(row.getString(1)));
                    }
                }
            }
            return highest;
        } catch (SQLException e) {
            throw new IllegalStateException("content keys cannot be read", e);
        }
    }

    /** Some wrapped keys in the order of their owners; those of destroyed keys too, without bytes. */
    Map<ContentOwner, byte[]> after(String owner, int most) {
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select owner, wrapped from content_key where owner > ? order by owner limit " + most)) {
            select.setString(1, owner);
            Map<ContentOwner, byte[]> found = new LinkedHashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(ContentOwner.parse(row.getString(1)), row.getBytes(2));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("content keys cannot be read", e);
        }
    }

    /** Exchanges wrapped keys; those that became others meanwhile, such as destroyed ones, stay as they are. */
    void exchange(Map<ContentOwner, byte[]> before, Map<ContentOwner, byte[]> now) {
        try (Connection connection = source.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update content_key set wrapped = ? where owner = ? and wrapped = ?")) {
            for (Map.Entry<ContentOwner, byte[]> one : now.entrySet()) {
                update.setBytes(1, one.getValue());
                update.setString(2, one.getKey().text());
                update.setBytes(3, before.get(one.getKey()));
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("content keys cannot be wrapped anew", e);
        }
    }

    /** Has a key in the table, once a transaction that is about to write it has ended. */
    void settle(ContentOwner owner, byte[] wrapped) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = source.getConnection()) {
                insert(connection, Map.of(owner, wrapped));
                return;
            } catch (SQLException e) { // the other one takes long
                if (attempt == PATIENCE) {
                    throw new IllegalStateException("the key of " + owner.text() + " cannot be written", e);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    static void insert(Connection transaction, Map<ContentOwner, byte[]> wrapped) throws SQLException {
        String rows = String.join(",", java.util.Collections.nCopies(wrapped.size(), "(?, ?)"));
        try (PreparedStatement insert = transaction.prepareStatement(
                "insert into content_key (owner, wrapped) values " + rows + " on conflict do nothing")) {
            int at = 1;
            for (Map.Entry<ContentOwner, byte[]> row : wrapped.entrySet()) {
                insert.setString(at++, row.getKey().text());
                insert.setBytes(at++, row.getValue());
            }
            insert.executeUpdate();
        }
    }

    /** Overwrites the key, also one that was never written. */
    void destroy(ContentOwner owner, long atMillis) {
        try (Connection connection = source.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update content_key set wrapped = ?, destroyed_at = ? where owner = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into content_key (wrapped, destroyed_at, owner) values (?, ?, ?)")) {
            if (bind(update, owner, atMillis).executeUpdate() == 0) {
                bind(insert, owner, atMillis).executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the key of " + owner.text() + " cannot be destroyed", e);
        }
    }

    private static PreparedStatement bind(PreparedStatement statement, ContentOwner owner, long atMillis)
            throws SQLException {
        statement.setBytes(1, new byte[0]);
        statement.setLong(2, atMillis);
        statement.setString(3, owner.text());
        return statement;
    }
}
