// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.database;

import io.patchbay.api.content.ContentVault;
import io.patchbay.api.content.SealedPart;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.store.Database;
import io.patchbay.store.IdempotencyKeys;
import io.patchbay.store.Migrations;
import io.patchbay.store.Outbox;
import io.patchbay.store.json.SealedBody;
import io.patchbay.store.json.SealedParts;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The outbox in its table. */
@Component(service = Outbox.class)
public final class SqlOutbox implements Outbox {
    private static final String INSERT =
            "insert into outbox (at_millis, type, version, interaction, conversation, actor,"
                    + " unit, epoch, body, sealed) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT = "select id, at_millis, type, version, interaction, conversation, actor, unit,"
            + " epoch, body, sealed from outbox order by id fetch first ? rows only";

    private final Database database;
    private final ContentVault vault;
    private final IdempotencyKeys keys;
    private final CommitHooks hooks;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Runnable committed = this::committed;

    /**
     * Over one database.
     *
     * @param migrations made the tables
     * @param database where they are
     * @param vault seals
     * @param keys keeps the commands' keys
     * @param hooks of the running transactions
     */
    @Activate
    public SqlOutbox(
            @Reference Migrations migrations,
            @Reference Database database,
            @Reference ContentVault vault,
            @Reference IdempotencyKeys keys,
            @Reference CommitHooks hooks) {
        this.database = database;
        this.vault = vault;
        this.keys = keys;
        this.hooks = hooks;
    }

    @Override
    public void write(EntityManager em, JournalDraft draft, String idempotencyKey, Map<String, Object> result) {
        SealedBody body = SealedBody.of(vault, draft);
        Connection transaction = em.unwrap(Connection.class);
        try {
            if (!body.parts().isEmpty()) {
                vault.keepKeys(transaction, draft.owner().stream().toList());
            }
            insert(transaction, draft, body);
            if (!idempotencyKey.isEmpty()) {
                keys.keep(transaction, draft.actor(), idempotencyKey, result, draft.at());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("outbox refused " + draft.type(), e);
        }
        hooks.add(committed);
    }

    private static void insert(Connection transaction, JournalDraft draft, SealedBody body) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            insert.setLong(1, draft.at().truncatedTo(ChronoUnit.MILLIS).toEpochMilli());
            insert.setString(2, draft.type());
            insert.setInt(3, draft.version());
            insert.setObject(
                    4, draft.subject().interaction().map(InteractionId::value).orElse(null));
            insert.setObject(
                    5, draft.subject().conversation().map(ConversationId::value).orElse(null));
            insert.setString(6, draft.actor());
            insert.setString(7, draft.unit().value());
            insert.setLong(8, draft.epoch());
            insert.setString(9, body.json());
            insert.setBytes(10, SealedParts.encode(body.parts()));
            insert.executeUpdate();
        }
    }

    private void committed() {
        try {
            database.force();
        } catch (SQLException e) {
            throw new IllegalStateException("the change is committed but the disk did not confirm it", e);
        }
        listeners.forEach(Runnable::run);
    }

    @Override
    public List<Row> pending(int limit) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setInt(1, limit);
            List<Row> rows = new ArrayList<>();
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(row(result));
                }
            }
            return rows;
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        JournalDraft.Subject subject = new JournalDraft.Subject(
                uuid(row, 5).map(InteractionId::new), uuid(row, 6).map(ConversationId::new));
        List<SealedPart> sealed = SealedParts.decode(row.getBytes(11));
        return new Row(
                row.getLong(1),
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                row.getInt(4),
                subject,
                row.getString(7),
                new UnitId(row.getString(8)),
                row.getLong(9),
                row.getString(10),
                sealed);
    }

    private static Optional<UUID> uuid(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }

    @Override
    public void taken(Connection transaction, List<Long> ids) throws SQLException {
        try (PreparedStatement delete = transaction.prepareStatement("delete from outbox where id = ?")) {
            for (Long id : ids) {
                delete.setLong(1, id);
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    @Override
    public AutoCloseable onWrite(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
