// SPDX-License-Identifier: Apache-2.0
package io.patchbay.customer.store;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import io.patchbay.store.Visible;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Customers in their tables, sealed; found by keyed hashes of what may be looked up. Waits for the database. */
public final class CustomerTables {
    private final Transactions transactions;
    private final Outbox outbox;
    private final ContentVault vault;

    /**
     * Tables of one unit.
     *
     * @param transactions of the persistence unit {@code customer}
     * @param outbox takes the entries
     * @param vault seals
     */
    public CustomerTables(Transactions transactions, Outbox outbox, ContentVault vault) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.vault = vault;
    }

    /**
     * Finds a customer.
     *
     * @param id which
     * @return the customer; empty if there is none or he is erased
     */
    public Optional<Customer> find(CustomerId id) {
        return transactions
                .call(em -> Optional.ofNullable(em.find(CustomerRow.class, id.toString())))
                .flatMap(row -> SealedCustomer.open(vault, row));
    }

    /** Customers of one page without the erased ones; {@code last} is the last row's id, empty after the end. */
    public record Page(List<Customer> customers, Optional<CustomerId> last) {}

    /**
     * The next customers by id.
     *
     * @param after the last one before; empty for the beginning
     * @param limit how many rows at most
     * @return the page
     */
    public Page after(Optional<CustomerId> after, int limit) {
        List<CustomerRow> rows = transactions.call(
                em -> em.createQuery("select r from CustomerRow r where r.id > :after order by r.id", CustomerRow.class)
                        .setParameter("after", after.map(CustomerId::toString).orElse(""))
                        .setMaxResults(limit)
                        .getResultList());
        List<Customer> customers = rows.stream()
                .flatMap(row -> SealedCustomer.open(vault, row).stream())
                .toList();
        return new Page(
                customers,
                rows.isEmpty()
                        ? Optional.empty()
                        : Optional.of(CustomerId.parse(rows.get(rows.size() - 1).id())));
    }

    /**
     * Finds the customers that carry all of some texts.
     *
     * @param scope whose units are looked at
     * @param texts normal forms of addresses or words
     * @param limit how many at most
     * @return the customers, by id; erased ones are left out
     */
    public List<Customer> carrying(Scope scope, Set<String> texts, int limit) {
        if (texts.isEmpty()) {
            return List.of();
        }
        List<String> hashes = texts.stream().map(vault::lookupHash).toList();
        return transactions.call(em -> ids(em.unwrap(Connection.class), scope, hashes, limit).stream()
                .map(id -> em.find(CustomerRow.class, id))
                .filter(Objects::nonNull)
                .flatMap(row -> SealedCustomer.open(vault, row).stream())
                .toList());
    }

    private static List<String> ids(Connection connection, Scope scope, List<String> hashes, int limit) {
        Visible visible = Visible.byUnit(scope, Permissions.CUSTOMERS, "c.unit");
        String sql = "select l.customer from customer_lookup l join customer c on c.id = l.customer where l.hash in ("
                + marks(hashes) + ")"
                + " and " + visible.condition()
                + " group by l.customer having count(*) = ? order by l.customer fetch first ? rows only";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int at = 1;
            for (String hash : hashes) {
                select.setString(at++, hash);
            }
            for (Object unit : visible.values()) {
                select.setObject(at++, unit);
            }
            select.setInt(at++, hashes.size());
            select.setInt(at, limit);
            List<String> ids = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getString(1));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException("customers cannot be looked up", e);
        }
    }

    private static String marks(Collection<?> values) {
        return String.join(",", Collections.nCopies(values.size(), "?"));
    }

    /**
     * Adds or changes a customer.
     *
     * @param customer how he shall be
     * @param texts by which he shall be found
     * @param entry told with it
     * @param idempotencyKey the command's key; empty for none
     * @param result what the command gives
     */
    public void save(
            Customer customer,
            Set<String> texts,
            JournalDraft entry,
            String idempotencyKey,
            Map<String, Object> result) {
        transactions.run(em -> {
            em.merge(SealedCustomer.seal(vault, customer));
            index(em, customer.id(), texts);
            outbox.write(em, entry, idempotencyKey, result);
        });
    }

    private void index(EntityManager em, CustomerId id, Set<String> texts) {
        Connection connection = em.unwrap(Connection.class);
        try (PreparedStatement delete = connection.prepareStatement("delete from customer_lookup where customer = ?");
                PreparedStatement insert =
                        connection.prepareStatement("insert into customer_lookup (hash, customer) values (?, ?)")) {
            vault.keepKeys(connection, List.of(SealedCustomer.owner(id)));
            delete.setString(1, id.toString());
            delete.executeUpdate();
            for (String text : texts) {
                insert.setString(1, vault.lookupHash(text));
                insert.setString(2, id.toString());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("customer " + id + " cannot be indexed", e);
        }
    }

    /**
     * Removes customers and what finds them.
     *
     * @param customers whose rows
     * @param hashes of addresses that find nobody any more
     * @return how many rows went, by table
     */
    public Map<String, Integer> remove(Set<CustomerId> customers, Set<String> hashes) {
        return transactions.call(em -> {
            Connection connection = em.unwrap(Connection.class);
            List<String> ids = customers.stream().map(CustomerId::toString).toList();
            int lookups = delete(connection, "customer_lookup", "customer", ids)
                    + delete(connection, "customer_lookup", "hash", List.copyOf(hashes));
            int rows = delete(connection, "customer", "id", ids);
            em.clear();
            em.getEntityManagerFactory().getCache().evictAll();
            return Map.of("customer", rows, "customer_lookup", lookups);
        });
    }

    private static int delete(Connection connection, String table, String column, List<String> values) {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from " + table + " where " + column + " = ?")) {
            int rows = 0;
            for (String value : values) {
                delete.setString(1, value);
                rows += delete.executeUpdate();
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("rows of " + table + " cannot be removed", e);
        }
    }
}
