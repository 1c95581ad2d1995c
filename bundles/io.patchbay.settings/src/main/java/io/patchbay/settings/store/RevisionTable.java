// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.store;

import io.patchbay.api.journal.JournalDraft;
import io.patchbay.settings.api.Revision;
import io.patchbay.settings.api.SettingKind;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import java.util.List;
import java.util.Map;

/** All states of all settings. Every new one takes its journal entry along. */
public final class RevisionTable {
    private final Transactions transactions;
    private final Outbox outbox;

    public RevisionTable(Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    public List<RevisionRow.Kept> all() {
        return transactions.call(
                em -> em
                        .createQuery("select r from RevisionRow r order by r.number", RevisionRow.class)
                        .getResultList()
                        .stream()
                        .map(RevisionRow::kept)
                        .toList());
    }

    public void add(SettingKind kind, String id, Revision revision, JournalDraft entry, String idempotencyKey) {
        transactions.run(em -> {
            em.persist(new RevisionRow(kind, id, revision));
            outbox.write(em, entry, idempotencyKey, Map.of());
        });
    }
}
