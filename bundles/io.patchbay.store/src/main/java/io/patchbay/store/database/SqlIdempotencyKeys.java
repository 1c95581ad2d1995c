// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.database;

import io.patchbay.store.Database;
import io.patchbay.store.IdempotencyKeys;
import io.patchbay.store.Migrations;
import io.patchbay.store.json.CanonicalJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Commands' keys in their table; old ones go when new ones come, once an hour. */
@Component(service = IdempotencyKeys.class)
public final class SqlIdempotencyKeys implements IdempotencyKeys {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration PRUNE_EVERY = Duration.ofHours(1);

    private final DataSource source;
    private final AtomicLong pruneAt = new AtomicLong();

    /**
     * Over one database.
     *
     * @param migrations made the table
     * @param database where it is
     */
    @Activate
    public SqlIdempotencyKeys(@Reference Migrations migrations, @Reference Database database) {
        source = database.dataSource();
    }

    @Override
    public Optional<Map<String, Object>> find(String actor, String key) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select result from command_key where actor = ? and idempotency_key = ?")) {
            select.setString(1, actor);
            select.setString(2, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(CanonicalJson.read(row.getString(1))) : Optional.empty();
            }
        }
    }

    @Override
    public void keep(Connection transaction, String actor, String key, Map<String, Object> result, Instant at)
            throws SQLException {
        long millis = at.toEpochMilli();
        try (PreparedStatement insert = transaction.prepareStatement(
                "insert into command_key (actor, idempotency_key, result, at_millis) values (?, ?, ?, ?)")) {
            insert.setString(1, actor);
            insert.setString(2, key);
            insert.setString(3, CanonicalJson.write(result));
            insert.setLong(4, millis);
            insert.executeUpdate();
        }
        long due = pruneAt.get();
        if (millis >= due && pruneAt.compareAndSet(due, millis + PRUNE_EVERY.toMillis())) {
            prune(transaction, millis - KEPT.toMillis());
        }
    }

    private static void prune(Connection transaction, long beforeMillis) throws SQLException {
        try (PreparedStatement delete = transaction.prepareStatement("delete from command_key where at_millis < ?")) {
            delete.setLong(1, beforeMillis);
            delete.executeUpdate();
        }
    }
}
