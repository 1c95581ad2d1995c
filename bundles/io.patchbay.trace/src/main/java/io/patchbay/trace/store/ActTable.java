// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace.store;

import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.content.SealedPart;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import io.patchbay.trace.api.BusinessAct;
import io.patchbay.trace.api.BusinessAct.State;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Acts on accounts in their table. Every change takes its journal entry along. */
public final class ActTable {
    private final Transactions transactions;
    private final Outbox outbox;
    private final ContentVault vault;

    public ActTable(Transactions transactions, Outbox outbox, ContentVault vault) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.vault = vault;
    }

    /** An act's own key seals its account, so that it may outlive what else is erased of the contact. */
    public static ContentOwner owner(UUID act) {
        return new ContentOwner(ContentOwner.Kind.INTERACTION, act);
    }

    public void begin(BusinessAct act, JournalDraft entry, String key, Map<String, Object> result) {
        SealedPart account = vault.seal(owner(act.id()), act.account().orElseThrow());
        transactions.run(em -> {
            em.persist(new ActRow(act, account));
            outbox.write(em, entry, key, result);
        });
    }

    /** Moves an act on if it still stands as it was read; false if somebody else was quicker. */
    public boolean finish(BusinessAct act, State state, JournalDraft entry, String key) {
        return transactions.call(em -> {
            int moved = em.createQuery("update ActRow r set r.state = :now where r.id = :id and r.state = :before")
                    .setParameter("now", state.wire())
                    .setParameter("id", act.id().toString())
                    .setParameter("before", act.state().wire())
                    .executeUpdate();
            if (moved == 1) {
                outbox.write(em, entry, key, Map.of());
            }
            return moved == 1;
        });
    }

    public Optional<BusinessAct> find(UUID id) {
        return transactions.call(
                em -> rows(em, "r.id = :value", id.toString()).stream().findFirst());
    }

    public List<BusinessAct> of(InteractionId interaction) {
        return transactions.call(em -> rows(em, "r.interaction = :value", interaction.toString()));
    }

    /** Acts begun before a moment of which nothing was heard since. */
    public List<BusinessAct> silent(Instant before) {
        return transactions.call(em -> rows(em, "r.state = 'begun' and r.beganAt < :value", before.toEpochMilli()));
    }

    private List<BusinessAct> rows(EntityManager em, String where, Object value) {
        return em
                .createQuery("select r from ActRow r where " + where + " order by r.beganAt, r.id", ActRow.class)
                .setHint("eclipselink.refresh", "true")
                .setParameter("value", value)
                .setMaxResults(1_000)
                .getResultList()
                .stream()
                .map(row -> row.act(vault.open(row.account())))
                .toList();
    }
}
