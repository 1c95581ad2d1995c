// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.store;

import io.patchbay.api.id.UserId;
import io.patchbay.store.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Open sessions in their table, by the hash of their token. */
public final class SessionTable {
    private final Transactions transactions;

    /**
     * A session as it is kept.
     *
     * @param tokenHash hex SHA-256 of the token
     * @param user whose
     * @param usedAt when it was used last
     */
    public record Kept(String tokenHash, UserId user, Instant usedAt) {
        public Kept {
            Objects.requireNonNull(tokenHash, "tokenHash");
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(usedAt, "usedAt");
        }
    }

    /**
     * The table of one unit.
     *
     * @param transactions of the persistence unit {@code directory}
     */
    public SessionTable(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Reads the sessions that were used lately and deletes the others.
     *
     * @param since unused since then means ended
     * @return the open ones
     */
    public List<Kept> load(Instant since) {
        return transactions.call(em -> {
            em.createQuery("delete from SessionRow s where s.usedAtMillis < :since")
                    .setParameter("since", since.toEpochMilli())
                    .executeUpdate();
            return em.createQuery("select s from SessionRow s", SessionRow.class).getResultList().stream()
                    .map(row -> new Kept(
                            row.tokenHash(), new UserId(row.person()), Instant.ofEpochMilli(row.usedAtMillis())))
                    .toList();
        });
    }

    /**
     * Adds a session or notes that it was used.
     *
     * @param session which
     */
    public void keep(Kept session) {
        transactions.run(
                em -> em.merge(new SessionRow(session.tokenHash, session.user.value(), session.usedAt.toEpochMilli())));
    }

    /**
     * Notes that sessions were used, as far as they are still there.
     *
     * @param sessions which
     */
    public void used(List<Kept> sessions) {
        transactions.run(em -> sessions.forEach(
                session -> em.createQuery("update SessionRow s set s.usedAtMillis = :at where s.tokenHash = :hash")
                        .setParameter("at", session.usedAt.toEpochMilli())
                        .setParameter("hash", session.tokenHash)
                        .executeUpdate()));
    }

    /**
     * Ends a session.
     *
     * @param tokenHash which
     */
    public void delete(String tokenHash) {
        transactions.run(em -> em.createQuery("delete from SessionRow s where s.tokenHash = :hash")
                .setParameter("hash", tokenHash)
                .executeUpdate());
    }
}
