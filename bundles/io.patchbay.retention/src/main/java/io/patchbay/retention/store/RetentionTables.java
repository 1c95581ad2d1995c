// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.store;

import io.patchbay.api.journal.JournalDraft;
import io.patchbay.retention.api.Hold;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Holds and erasures in their tables. Every change takes its journal entry along. */
public final class RetentionTables {
    private final Transactions transactions;
    private final Outbox outbox;

    public RetentionTables(Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    public void place(Hold hold, JournalDraft entry, String key, Map<String, Object> result) {
        transactions.run(em -> {
            em.persist(new HoldRow(hold));
            outbox.write(em, entry, key, result);
        });
    }

    public void lift(Hold hold, JournalDraft entry, String key) {
        transactions.run(em -> {
            em.remove(em.getReference(HoldRow.class, hold.id().toString()));
            outbox.write(em, entry, key, Map.of());
        });
    }

    public Optional<Hold> hold(UUID id) {
        return transactions.call(
                em -> Optional.ofNullable(em.find(HoldRow.class, id.toString())).map(HoldRow::hold));
    }

    /** All holds that stand then. */
    public Standing standing(Instant now) {
        return new Standing(transactions.call(em -> em
                .createQuery("select r from HoldRow r where r.untilAt is null or r.untilAt > :now", HoldRow.class)
                .setParameter("now", now.toEpochMilli())
                .getResultList()
                .stream()
                .map(HoldRow::hold)
                .toList()));
    }

    /** Begins or ends an erasure. */
    public void save(Erasure erasure, JournalDraft entry, String key, Map<String, Object> result) {
        transactions.run(em -> {
            em.merge(new ErasureRow(erasure));
            outbox.write(em, entry, key, result);
        });
    }

    /** Erasures that were begun and not ended: a kill came between. */
    public List<Erasure> unfinished() {
        return transactions.call(em -> em
                .createQuery("select r from ErasureRow r where r.certificate is null", ErasureRow.class)
                .getResultList()
                .stream()
                .map(ErasureRow::erasure)
                .toList());
    }

    /** Only puts a refusal into the trace. */
    public void tell(JournalDraft entry) {
        transactions.run(em -> outbox.write(em, entry, "", Map.of()));
    }
}
