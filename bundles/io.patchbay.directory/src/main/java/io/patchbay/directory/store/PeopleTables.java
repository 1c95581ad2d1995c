// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.store;

import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.people.Role;
import io.patchbay.api.people.Unit;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;

/** Units, roles and accounts in their tables. Every change takes its journal entry along. */
public final class PeopleTables {
    private final Transactions transactions;
    private final Outbox outbox;

    /**
     * Tables of one unit.
     *
     * @param transactions of the persistence unit {@code directory}
     * @param outbox takes the entries
     */
    public PeopleTables(Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /**
     * All there is.
     *
     * @param units units
     * @param roles roles
     * @param accounts people
     */
    public record Everything(List<Unit> units, List<Role> roles, List<Account> accounts) {}

    /**
     * What is told with a change.
     *
     * @param entry the journal entry
     * @param idempotencyKey the command's key; empty for none
     */
    public record Told(JournalDraft entry, String idempotencyKey) {}

    /**
     * Reads all.
     *
     * @return what is committed
     */
    public Everything load() {
        return transactions.call(em -> new Everything(
                all(em, UnitRow.class).stream().map(UnitRow::unit).toList(),
                all(em, RoleRow.class).stream().map(RoleRow::role).toList(),
                all(em, PersonRow.class).stream().map(PersonRow::account).toList()));
    }

    private static <T> List<T> all(EntityManager em, Class<T> type) {
        return em.createQuery("select r from " + type.getSimpleName() + " r", type)
                .getResultList();
    }

    /**
     * Adds or changes a unit.
     *
     * @param unit how it shall be
     * @param told with it
     */
    public void save(Unit unit, Told told) {
        merge(new UnitRow(unit), told);
    }

    /**
     * Adds or changes a role.
     *
     * @param role how it shall be
     * @param told with it
     */
    public void save(Role role, Told told) {
        merge(new RoleRow(role), told);
    }

    /**
     * Adds or changes an account.
     *
     * @param account how it shall be
     * @param endsSessions whether his open sessions end with it
     * @param told with it
     */
    public void save(Account account, boolean endsSessions, Told told) {
        transactions.run(em -> {
            merge(new PersonRow(account), told);
            if (endsSessions) {
                em.createQuery("delete from SessionRow s where s.person = :person")
                        .setParameter("person", account.person().user().value())
                        .executeUpdate();
            }
        });
    }

    private void merge(Object row, Told told) {
        transactions.run(em -> {
            em.merge(row);
            outbox.write(em, told.entry, told.idempotencyKey, Map.of());
        });
    }

    /**
     * Tells the journal something that changes no table.
     *
     * @param entry what
     */
    public void tell(JournalDraft entry) {
        transactions.run(em -> outbox.write(em, entry, "", Map.of()));
    }
}
