// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.store;

import io.patchbay.api.call.FrequentNumber;
import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import io.patchbay.store.json.CanonicalJson;
import io.patchbay.store.json.SealedParts;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Numbers that are called often in their table, each sealed under a key of its own. Waits for the database. */
public final class FrequentTable {
    private final Transactions transactions;
    private final Outbox outbox;
    private final ContentVault vault;

    public FrequentTable(Transactions transactions, Outbox outbox, ContentVault vault) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.vault = vault;
    }

    /** All that can be opened, by their ids. */
    public Map<UUID, FrequentNumber> all() {
        Map<UUID, FrequentNumber> all = new LinkedHashMap<>();
        transactions
                .call(em -> em.createQuery("select r from FrequentRow r", FrequentRow.class)
                        .getResultList())
                .forEach(row -> vault.open(SealedParts.decode(row.sealed()).get(0))
                        .map(CanonicalJson::read)
                        .ifPresent(json -> all.put(
                                UUID.fromString(row.id()),
                                new FrequentNumber(
                                        (String) json.get("number"),
                                        (String) json.get("name"),
                                        FrequentNumber.Keeper.parse(row.keeper())))));
        return all;
    }

    /** Adds or changes one; {@code normal} is the number as an erasure knows it. */
    public void save(UUID id, FrequentNumber number, String normal, JournalDraft told, String key) {
        String json = CanonicalJson.write(Map.of("number", number.number(), "name", number.name()));
        byte[] sealed = SealedParts.encode(List.of(vault.seal(owner(id), json)));
        transactions.run(em -> {
            keepKey(em, id);
            em.merge(new FrequentRow(id.toString(), number.keeper().text(), vault.lookupHash(normal), sealed));
            outbox.write(em, told, key, Map.of());
        });
    }

    private void keepKey(EntityManager em, UUID id) {
        try {
            vault.keepKeys(em.unwrap(Connection.class), List.of(owner(id)));
        } catch (SQLException e) {
            throw new IllegalStateException("the key of a frequent number cannot be kept", e);
        }
    }

    /** Takes one away and destroys its key afterwards. */
    public void remove(UUID id, JournalDraft told, String key) {
        transactions.run(em -> {
            em.createQuery("delete from FrequentRow r where r.id = :id")
                    .setParameter("id", id.toString())
                    .executeUpdate();
            outbox.write(em, told, key, Map.of());
        });
        vault.destroy(owner(id));
    }

    /** Takes away the numbers of a person, whoever keeps them; gives how many went. */
    public int erase(Set<String> hashes) {
        if (hashes.isEmpty()) {
            return 0;
        }
        List<String> ids = transactions.call(em -> {
            List<String> found = em.createQuery("select r.id from FrequentRow r where r.hash in :hashes", String.class)
                    .setParameter("hashes", hashes)
                    .getResultList();
            found.forEach(id -> em.createQuery("delete from FrequentRow r where r.id = :id")
                    .setParameter("id", id)
                    .executeUpdate());
            return found;
        });
        ids.forEach(id -> vault.destroy(owner(UUID.fromString(id))));
        return ids.size();
    }

    private static ContentOwner owner(UUID id) {
        return new ContentOwner(ContentOwner.Kind.CUSTOMER, id);
    }
}
