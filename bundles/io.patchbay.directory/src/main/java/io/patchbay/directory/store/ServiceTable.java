// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.store;

import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.signin.ServiceAccount;
import io.patchbay.api.signin.ServiceAccount.Made;
import io.patchbay.api.signin.ServiceAccount.Token;
import io.patchbay.store.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Service accounts and the hashes of their tokens in their tables. */
public final class ServiceTable {
    private final Transactions transactions;

    /**
     * A token as it is kept.
     *
     * @param account whose
     * @param hash hex SHA-256 of its secret
     * @param token what is known of it
     */
    public record Kept(UserId account, String hash, Token token) {}

    /**
     * All there is.
     *
     * @param accounts without their tokens
     * @param tokens of all
     */
    public record Everything(List<ServiceAccount> accounts, List<Kept> tokens) {}

    /**
     * The tables of one unit.
     *
     * @param transactions of the persistence unit {@code directory}
     */
    public ServiceTable(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Reads all.
     *
     * @return what is committed
     */
    public Everything load() {
        return transactions.call(em -> new Everything(
                Sql.rows(em, "select id, name, unit, enabled from service_account").stream()
                        .map(row -> new ServiceAccount(
                                new UserId((String) row[0]),
                                (String) row[1],
                                new UnitId((String) row[2]),
                                Sql.flag(row[3]),
                                List.of()))
                        .toList(),
                Sql.rows(
                                em,
                                "select account, token_hash, id, name, permissions, sources, made_at, made_by, expires_at,"
                                        + " used_at from service_token")
                        .stream()
                        .map(ServiceTable::kept)
                        .toList()));
    }

    private static Kept kept(Object[] row) {
        Token token = new Token(
                (String) row[2],
                (String) row[3],
                Words.set((String) row[4], text -> text),
                List.copyOf(Words.set((String) row[5], text -> text)),
                new Made(Sql.at(row[6]), new UserId((String) row[7])),
                Sql.maybeAt(row[8]),
                Sql.maybeAt(row[9]));
        return new Kept(new UserId((String) row[0]), (String) row[1], token);
    }

    /**
     * Adds or changes an account.
     *
     * @param account how it shall be
     */
    public void save(ServiceAccount account) {
        transactions.run(em -> {
            Sql.run(
                    em,
                    "delete from service_account where id = ?",
                    account.user().value());
            Sql.run(
                    em,
                    "insert into service_account (id, name, unit, enabled) values (?, ?, ?, ?)",
                    account.user().value(),
                    account.name(),
                    account.unit().value(),
                    account.enabled());
        });
    }

    /**
     * Adds a token.
     *
     * @param kept the token
     */
    public void add(Kept kept) {
        Token token = kept.token;
        transactions.run(em -> Sql.run(
                em,
                "insert into service_token (account, token_hash, id, name, permissions, sources, made_at, made_by, expires_at,"
                        + " used_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                kept.account.value(),
                kept.hash,
                token.id(),
                token.name(),
                Words.of(token.permissions()),
                String.join(" ", token.sources()),
                token.made().at().toEpochMilli(),
                token.made().by().value(),
                token.expiresAt().map(Instant::toEpochMilli).orElse(0L)));
    }

    /**
     * Takes a token away.
     *
     * @param id of the token
     */
    public void remove(String id) {
        transactions.run(em -> Sql.run(em, "delete from service_token where id = ?", id));
    }

    /**
     * Notes that tokens were used.
     *
     * @param tokens when, by id
     */
    public void used(Map<String, Instant> tokens) {
        transactions.run(em -> tokens.forEach(
                (id, at) -> Sql.run(em, "update service_token set used_at = ? where id = ?", at.toEpochMilli(), id)));
    }
}
