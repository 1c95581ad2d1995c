// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.store;

import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Batches of expiry, so that a kill only delays them. */
public final class ExpiryTable {
    private final Transactions transactions;
    private final Outbox outbox;

    public ExpiryTable(Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /** Which of these went already. */
    public Set<ContentOwner> gone(Collection<ContentOwner> owners) {
        List<String> texts = owners.stream().map(ContentOwner::text).toList();
        if (texts.isEmpty()) {
            return Set.of();
        }
        return transactions.call(em -> em
                .createQuery("select r.owner from GoneRow r where r.owner in :owners", String.class)
                .setParameter("owners", texts)
                .getResultList()
                .stream()
                .map(ContentOwner::parse)
                .collect(Collectors.toCollection(HashSet::new)));
    }

    /** From here on the batch is carried out, whatever comes between. */
    public void begin(Expiry expiry, Collection<ContentOwner> owners, JournalDraft entry) {
        transactions.run(em -> {
            em.persist(new ExpiryRow(expiry, entry.at()));
            owners.forEach(owner -> em.persist(new GoneRow(owner.text(), expiry)));
            outbox.write(em, entry, "", Map.of());
        });
    }

    public void done(Expiry expiry, JournalDraft entry) {
        transactions.run(em -> {
            em.find(ExpiryRow.class, expiry.id().toString()).done(entry.at());
            outbox.write(em, entry, "", Map.of());
        });
    }

    /** Batches that were begun and not ended: a kill came between. */
    public List<Expiry> unfinished() {
        return transactions.call(em -> em
                .createQuery("select r from ExpiryRow r where r.doneAt is null order by r.begunAt", ExpiryRow.class)
                .getResultList()
                .stream()
                .map(ExpiryRow::expiry)
                .toList());
    }
}
