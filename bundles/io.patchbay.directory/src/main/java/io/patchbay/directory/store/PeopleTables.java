// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.store;

import io.patchbay.api.id.RoleId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.people.Role;
import io.patchbay.api.people.StaffTerm;
import io.patchbay.api.people.Unit;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import io.patchbay.store.json.CanonicalJson;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

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
     * @param terms posts, levels, groups, fields
     */
    public record Everything(List<Unit> units, List<Role> roles, List<Account> accounts, List<StaffTerm> terms) {}

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
                all(em, PersonRow.class).stream().map(PersonRow::account).toList(),
                all(em, TermRow.class).stream().map(TermRow::term).toList()));
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
        merge(new UnitRow(unit), told, em -> Past.keep(em, told.entry.at(), unit));
    }

    /**
     * Adds or changes a role.
     *
     * @param role how it shall be
     * @param told with it
     */
    public void save(Role role, Told told) {
        merge(new RoleRow(role), told, em -> Past.keep(em, told.entry.at(), role));
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
            merge(new PersonRow(account), told, past -> Past.keep(past, told.entry.at(), account.person()));
            if (endsSessions) {
                Sql.run(
                        em,
                        "delete from person_session where person = ?",
                        account.person().user().value());
            }
        });
    }

    /**
     * Adds or changes a post, level, group or field.
     *
     * @param term how it shall be
     * @param told with it
     */
    public void save(StaffTerm term, Told told) {
        merge(new TermRow(term), told, em -> {});
    }

    /**
     * Removes a unit.
     *
     * @param unit which
     * @param told with it
     */
    public void remove(UnitId unit, Told told) {
        remove(UnitRow.class, unit.value(), told, "unit:" + unit);
    }

    /**
     * Removes a role.
     *
     * @param role which
     * @param told with it
     */
    public void remove(RoleId role, Told told) {
        remove(RoleRow.class, role.value(), told, "role:" + role);
    }

    /**
     * Removes a post, level, group or field.
     *
     * @param kind which kind
     * @param id which
     * @param told with it
     */
    public void remove(StaffTerm.Kind kind, String id, Told told) {
        remove(TermRow.class, TermRow.id(kind, id), told, "");
    }

    private void remove(Class<?> type, String id, Told told, String past) {
        transactions.run(em -> {
            Object row = em.find(type, id);
            if (row != null) {
                em.remove(row);
            }
            Past.end(em, told.entry.at(), past);
            outbox.write(em, told.entry, told.idempotencyKey, Map.of());
        });
    }

    /** Keeps how everything is now, where nothing is kept yet: rows that are older than the past. */
    public void keepPast(Instant now) {
        transactions.run(em -> {
            all(em, UnitRow.class).forEach(row -> Past.keep(em, now, row.unit()));
            all(em, RoleRow.class).forEach(row -> Past.keep(em, now, row.role()));
            all(em, PersonRow.class)
                    .forEach(row -> Past.keep(em, now, row.account().person()));
        });
    }

    /**
     * How things were in a span of time.
     *
     * @param kind {@code unit}, {@code role} or {@code person}
     * @param from its begin
     * @param until its end, without it
     * @return what was then, each with the time it was so
     */
    public List<Was> past(String kind, Instant from, Instant until) {
        return transactions.call(em -> em
                .createQuery(
                        "select r from PastRow r where r.thing like :kind and r.fromMillis < :until"
                                + " and r.untilMillis > :from order by r.fromMillis",
                        PastRow.class)
                .setParameter("kind", kind + ":%")
                .setParameter("until", until.toEpochMilli())
                .setParameter("from", from.toEpochMilli())
                .getResultList()
                .stream()
                .map(row -> new Was(
                        row.thing().substring(kind.length() + 1),
                        Instant.ofEpochMilli(row.fromMillis()),
                        row.untilMillis() == Long.MAX_VALUE ? Instant.MAX : Instant.ofEpochMilli(row.untilMillis()),
                        CanonicalJson.read(row.body())))
                .toList());
    }

    /**
     * How a thing was for a while.
     *
     * @param id of the unit, role or person
     * @param from since when
     * @param until up to when, {@link Instant#MAX} for still
     * @param body how, as JSON values
     */
    public record Was(String id, Instant from, Instant until, Map<String, Object> body) {}

    private void merge(Object row, Told told, Consumer<EntityManager> past) {
        transactions.run(em -> {
            em.merge(row);
            past.accept(em);
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
