// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store;

import io.patchbay.api.content.SealedPart;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.JournalDraft;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How changes of tables get into the journal: a row written in the transaction of the change, taken by the journal's
 * writer. Safe for any thread.
 */
@ProviderType
public interface Outbox {
    /**
     * Writes an entry, sealed, inside a running transaction. After the commit it is forced to the disk and the
     * listeners of {@link #onWrite} are called.
     *
     * @param em the entity manager of the running {@link Transactions}
     * @param draft the entry
     * @param idempotencyKey the command's key, kept with its result in the same transaction; empty for none
     * @param result what the command gives, JSON values
     */
    void write(EntityManager em, JournalDraft draft, String idempotencyKey, Map<String, Object> result);

    /**
     * The oldest rows that the journal has not taken. Blocks for the database.
     *
     * @param limit how many at most
     * @return the rows by id
     * @throws SQLException if the database refuses
     */
    List<Row> pending(int limit) throws SQLException;

    /**
     * Deletes rows in the transaction that wrote them into the journal.
     *
     * @param transaction the journal's running transaction
     * @param ids the rows' ids
     * @throws SQLException if the database refuses
     */
    void taken(Connection transaction, List<Long> ids) throws SQLException;

    /**
     * Tells when rows were committed.
     *
     * @param listener called after the commit on the thread of the change: returns at once
     * @return ends it
     */
    AutoCloseable onWrite(Runnable listener);

    /**
     * An entry waiting for the journal.
     *
     * @param id its number in the outbox
     * @param at when it happened, in milliseconds
     * @param type dotted name
     * @param version version of the body
     * @param subject what it is about
     * @param actor who did it
     * @param unit whose thing it is
     * @param epoch of the interaction's owner; 0 where nobody owns
     * @param body canonical JSON, sealed; its keys are already kept
     * @param sealed the cipher texts of the body
     */
    record Row(
            long id,
            Instant at,
            String type,
            int version,
            JournalDraft.Subject subject,
            String actor,
            UnitId unit,
            long epoch,
            String body,
            List<SealedPart> sealed) {
        public Row {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(body, "body");
            sealed = List.copyOf(sealed);
        }
    }
}
