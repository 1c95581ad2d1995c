// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reply.store;

import io.patchbay.api.journal.JournalDraft;
import io.patchbay.reply.api.CannedAnswer;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import java.util.List;
import java.util.Map;

/** Canned answers in their table. Every change takes its journal entry along. */
public final class AnswerTable {
    private final Transactions transactions;
    private final Outbox outbox;

    public AnswerTable(Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    public List<CannedAnswer> all() {
        return transactions.call(em ->
                em
                        .createQuery("select r from AnswerRow r order by r.shortcut", AnswerRow.class)
                        .getResultList()
                        .stream()
                        .map(AnswerRow::answer)
                        .toList());
    }

    public void save(CannedAnswer answer, JournalDraft entry, String key) {
        transactions.run(em -> {
            em.merge(new AnswerRow(answer));
            outbox.write(em, entry, key, Map.of());
        });
    }

    public void remove(String shortcut, JournalDraft entry, String key) {
        transactions.run(em -> {
            em.remove(em.getReference(AnswerRow.class, shortcut));
            outbox.write(em, entry, key, Map.of());
        });
    }
}
