// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.store;

import io.patchbay.api.id.UserId;
import io.patchbay.store.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Open sessions in their table, by the hash of their token. */
public final class SessionTable {
    private final Transactions transactions;

    /**
     * A session as it is kept.
     *
     * @param tokenHash hex SHA-256 of the token
     * @param user whose
     * @param begun where and when it was begun
     * @param usedAt when it was used last
     */
    public record Kept(String tokenHash, UserId user, Begun begun, Instant usedAt) {
        public Kept {
            Objects.requireNonNull(tokenHash, "tokenHash");
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(begun, "begun");
            Objects.requireNonNull(usedAt, "usedAt");
        }
    }

    /**
     * How a session was begun.
     *
     * @param at when
     * @param address where from
     * @param device with what, in words
     * @param newPlace whether the place was new
     */
    public record Begun(Instant at, String address, String device, boolean newPlace) {}

    /**
     * The table of one unit.
     *
     * @param transactions of the persistence unit {@code directory}
     */
    public SessionTable(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Reads the sessions that may still be open and deletes the others.
     *
     * @param usedSince unused since then means ended
     * @param begunSince begun before then means ended
     * @return the open ones
     */
    public List<Kept> load(Instant usedSince, Instant begunSince) {
        return transactions.call(em -> {
            // Those from before sessions had a beginning are as old as their last use.
            Sql.run(em, "update person_session set begun_at = used_at where begun_at = 0");
            Sql.run(
                    em,
                    "delete from person_session where used_at < ? or begun_at < ?",
                    usedSince.toEpochMilli(),
                    begunSince.toEpochMilli());
            return Sql.rows(
                            em,
                            "select token_hash, person, begun_at, address, device, new_place, used_at from person_session")
                    .stream()
                    .map(row -> new Kept(
                            (String) row[0],
                            new UserId((String) row[1]),
                            new Begun(Sql.at(row[2]), (String) row[3], (String) row[4], Sql.flag(row[5])),
                            Sql.at(row[6])))
                    .toList();
        });
    }

    /**
     * Adds a session.
     *
     * @param session which
     */
    public void keep(Kept session) {
        transactions.run(em -> Sql.run(
                em,
                "insert into person_session (token_hash, person, begun_at, address, device, new_place, used_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                session.tokenHash,
                session.user.value(),
                session.begun.at.toEpochMilli(),
                session.begun.address,
                session.begun.device,
                session.begun.newPlace,
                session.usedAt.toEpochMilli()));
    }

    /**
     * Notes that sessions were used, as far as they are still there.
     *
     * @param sessions when, by hash
     */
    public void used(Map<String, Instant> sessions) {
        transactions.run(em -> sessions.forEach((hash, at) ->
                Sql.run(em, "update person_session set used_at = ? where token_hash = ?", at.toEpochMilli(), hash)));
    }

    /**
     * Ends sessions.
     *
     * @param hashes which
     */
    public void delete(List<String> hashes) {
        transactions.run(
                em -> hashes.forEach(hash -> Sql.run(em, "delete from person_session where token_hash = ?", hash)));
    }
}
