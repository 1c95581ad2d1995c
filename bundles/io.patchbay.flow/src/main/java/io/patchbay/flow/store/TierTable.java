// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.store;

import io.patchbay.api.journal.JournalDraft;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import io.patchbay.store.json.CanonicalJson;
import java.util.List;
import java.util.Map;

/** The rules of tiers in their table. Waits for the database. */
public final class TierTable {
    private final Transactions transactions;
    private final Outbox outbox;

    public TierTable(Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /** All rules' fields. */
    public List<Map<String, Object>> all() {
        return transactions
                .call(em ->
                        em.createQuery("select r from TierRow r", TierRow.class).getResultList())
                .stream()
                .map(row -> CanonicalJson.read(row.body()))
                .toList();
    }

    /** Adds or changes a rule. */
    public void save(String id, Map<String, Object> fields, JournalDraft told, String key) {
        transactions.run(em -> {
            em.merge(new TierRow(id, CanonicalJson.write(fields)));
            outbox.write(em, told, key, Map.of());
        });
    }

    /** Takes a rule away. */
    public void remove(String id, JournalDraft told, String key) {
        transactions.run(em -> {
            em.remove(em.getReference(TierRow.class, id));
            outbox.write(em, told, key, Map.of());
        });
    }
}
