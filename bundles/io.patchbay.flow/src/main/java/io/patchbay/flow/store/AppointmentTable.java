// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.store;

import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.flow.api.Appointment;
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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Appointments in their table, each sealed under a key of its own. Waits for the database. */
public final class AppointmentTable {
    private final Transactions transactions;
    private final Outbox outbox;
    private final ContentVault vault;

    public AppointmentTable(Transactions transactions, Outbox outbox, ContentVault vault) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.vault = vault;
    }

    /** All that are booked, and all that were due since a moment. */
    public List<Appointment> since(Instant from, Function<Map<String, Object>, Appointment> reads) {
        return transactions
                .call(em -> em.createQuery(
                                "select r from AppointmentRow r where r.state = 'booked' or r.dueAt >= :from",
                                AppointmentRow.class)
                        .setParameter("from", from.toEpochMilli())
                        .getResultList())
                .stream()
                .flatMap(row -> vault.open(SealedParts.decode(row.sealed()).get(0)).stream())
                .map(CanonicalJson::read)
                .map(reads)
                .toList();
    }

    /** Adds or changes one. */
    public void save(Appointment appointment, JournalDraft told, String key, Map<String, Object> result) {
        transactions.run(em -> {
            em.merge(row(appointment));
            try {
                vault.keepKeys(em.unwrap(Connection.class), List.of(owner(appointment.id())));
            } catch (SQLException e) {
                throw new IllegalStateException("the key of appointment " + appointment.id() + " cannot be kept", e);
            }
            outbox.write(em, told, key, result);
        });
    }

    private AppointmentRow row(Appointment appointment) {
        return new AppointmentRow(
                appointment.id().toString(),
                appointment.at().toEpochMilli(),
                appointment.state().name().toLowerCase(Locale.ROOT),
                vault.lookupHash(appointment.with().number().text()),
                appointment.with().customer().map(CustomerId::toString).orElse(null),
                SealedParts.encode(
                        List.of(vault.seal(owner(appointment.id()), CanonicalJson.write(appointment.json())))));
    }

    private static ContentOwner owner(UUID appointment) {
        return new ContentOwner(ContentOwner.Kind.CUSTOMER, appointment);
    }

    /** Takes away what is with a person; gives how many rows went. */
    public int erase(Set<CustomerId> customers, Set<String> hashes) {
        List<String> ids = transactions.call(em -> {
            List<String> found = new ArrayList<>();
            customers.forEach(customer -> found.addAll(ids(em, "customer", customer.toString())));
            hashes.forEach(hash -> found.addAll(ids(em, "hash", hash)));
            found.forEach(id -> em.createQuery("delete from AppointmentRow r where r.id = :id")
                    .setParameter("id", id)
                    .executeUpdate());
            return found.stream().distinct().toList();
        });
        ids.forEach(id -> vault.destroy(owner(UUID.fromString(id))));
        return ids.size();
    }

    private static List<String> ids(EntityManager em, String column, String value) {
        return em.createQuery("select r.id from AppointmentRow r where r." + column + " = :value", String.class)
                .setParameter("value", value)
                .getResultList();
    }
}
