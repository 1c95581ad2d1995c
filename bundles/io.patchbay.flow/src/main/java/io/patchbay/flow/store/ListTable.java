// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.store;

import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.flow.api.ListEntry;
import io.patchbay.flow.api.Listed;
import io.patchbay.flow.api.Party;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import io.patchbay.store.json.CanonicalJson;
import io.patchbay.store.json.SealedParts;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** The lists in their table, each entry sealed under a key of its own. Waits for the database. */
public final class ListTable {
    private final Transactions transactions;
    private final Outbox outbox;
    private final ContentVault vault;

    public ListTable(Transactions transactions, Outbox outbox, ContentVault vault) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.vault = vault;
    }

    /** All entries that can be opened; {@code reads} makes an entry of its fields. */
    public List<Listed> all(Function<Map<String, Object>, ListEntry> reads) {
        return transactions
                .call(em ->
                        em.createQuery("select r from ListRow r", ListRow.class).getResultList())
                .stream()
                .flatMap(row -> vault.open(SealedParts.decode(row.sealed()).get(0)).stream())
                .map(CanonicalJson::read)
                .map(json -> new Listed(
                        reads.apply(json), (String) json.get("addedBy"), Instant.parse((String) json.get("addedAt"))))
                .toList();
    }

    /** Adds or changes entries, all or none, with what the journal is told. */
    public void save(List<Listed> entries, JournalDraft told, String key, Map<String, Object> result) {
        transactions.run(em -> {
            keep(em, entries);
            entries.forEach(one -> em.merge(row(one)));
            outbox.write(em, told, key, result);
        });
    }

    private void keep(EntityManager em, List<Listed> entries) {
        List<ContentOwner> owners = new ArrayList<>();
        entries.forEach(one -> owners.add(owner(one.entry().id())));
        entries.forEach(this::row);
        try {
            vault.keepKeys(em.unwrap(Connection.class), owners);
        } catch (SQLException e) {
            throw new IllegalStateException("the keys of list entries cannot be kept", e);
        }
    }

    private static ContentOwner owner(UUID entry) {
        return new ContentOwner(ContentOwner.Kind.CUSTOMER, entry);
    }

    private ListRow row(Listed listed) {
        ListEntry entry = listed.entry();
        Map<String, Object> json = new TreeMap<>(entry.json());
        json.put("addedBy", listed.addedBy());
        json.put("addedAt", listed.addedAt().toString());
        String customer =
                entry.party() instanceof Party.OfCustomer of ? of.customer().toString() : null;
        return new ListRow(
                entry.id().toString(),
                entry.unit().value(),
                vault.lookupHash(entry.party().text()),
                customer,
                SealedParts.encode(List.of(vault.seal(owner(entry.id()), CanonicalJson.write(json)))));
    }

    /** Takes an entry away and destroys its key afterwards. */
    public void remove(UUID id, JournalDraft told, String key) {
        transactions.run(em -> {
            em.createQuery("delete from ListRow r where r.id = :id")
                    .setParameter("id", id.toString())
                    .executeUpdate();
            outbox.write(em, told, key, Map.of());
        });
        vault.destroy(owner(id));
    }

    /** Takes away what is about a person; gives how many rows went. */
    public int erase(Set<CustomerId> customers, Set<String> hashes) {
        List<String> ids = transactions.call(em -> {
            List<String> found = new ArrayList<>();
            customers.forEach(customer -> found.addAll(ids(em, "customer", customer.toString())));
            hashes.forEach(hash -> found.addAll(ids(em, "hash", hash)));
            found.forEach(id -> em.createQuery("delete from ListRow r where r.id = :id")
                    .setParameter("id", id)
                    .executeUpdate());
            return found.stream().distinct().toList();
        });
        ids.forEach(id -> vault.destroy(owner(UUID.fromString(id))));
        return ids.size();
    }

    private static List<String> ids(EntityManager em, String column, String value) {
        return em.createQuery("select r.id from ListRow r where r." + column + " = :value", String.class)
                .setParameter("value", value)
                .getResultList();
    }
}
