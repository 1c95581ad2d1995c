// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.store;

import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.content.SealedPart;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.Uuid7;
import io.patchbay.store.Transactions;
import jakarta.persistence.EntityManager;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Second factors in their tables: secrets sealed, each under a key of its own; recovery codes as keyed hashes. */
public final class FactorTable {
    private final Transactions transactions;
    private final ContentVault vault;

    /**
     * An authenticator as it is kept.
     *
     * @param sealed its secret
     * @param since when it was set up
     * @param lastStep the step of the last code used
     */
    public record Kept(SealedPart sealed, Instant since, long lastStep) {}

    /**
     * All there is.
     *
     * @param kept authenticators by person
     * @param codes hashes of the recovery codes left, by person
     * @param demanded of whom one is demanded
     */
    public record Everything(Map<UserId, Kept> kept, Map<UserId, Set<String>> codes, Set<UserId> demanded) {}

    /**
     * The tables of one unit.
     *
     * @param transactions of the persistence unit {@code directory}
     * @param vault seals
     */
    public FactorTable(Transactions transactions, ContentVault vault) {
        this.transactions = transactions;
        this.vault = vault;
    }

    /**
     * Reads all.
     *
     * @return what is committed
     */
    public Everything load() {
        return transactions.call(em -> {
            Map<UserId, Kept> kept = new HashMap<>();
            for (Object[] row : Sql.rows(em, "select person, owner, sealed, since, last_step from totp")) {
                byte[] cipher = Base64.getDecoder().decode((String) row[2]);
                SealedPart part = new SealedPart(ContentOwner.parse((String) row[1]), cipher, sha256(cipher));
                kept.put(new UserId((String) row[0]), new Kept(part, Sql.at(row[3]), Sql.number(row[4])));
            }
            Map<UserId, Set<String>> codes = new HashMap<>();
            for (Object[] row : Sql.rows(em, "select person, code_hash from recovery_code")) {
                codes.computeIfAbsent(new UserId((String) row[0]), user -> new TreeSet<>())
                        .add((String) row[1]);
            }
            Set<UserId> demanded = new TreeSet<>();
            Sql.rows(em, "select person, 1 from totp_demand").forEach(row -> demanded.add(new UserId((String) row[0])));
            return new Everything(kept, codes, demanded);
        });
    }

    /**
     * Keeps an authenticator in place of a former one.
     *
     * @param user whose
     * @param secret in Base32
     * @param now since when
     * @param step of the code that confirmed it
     * @return as it is kept
     */
    public Kept keep(UserId user, String secret, Instant now, long step) {
        ContentOwner owner = new ContentOwner(ContentOwner.Kind.CUSTOMER, Uuid7.at(now.toEpochMilli()));
        SealedPart part = vault.seal(owner, secret);
        transactions.run(em -> {
            keepKey(em, owner);
            Sql.run(em, "delete from totp where person = ?", user.value());
            Sql.run(
                    em,
                    "insert into totp (person, owner, sealed, since, last_step) values (?, ?, ?, ?, ?)",
                    user.value(),
                    owner.text(),
                    Base64.getEncoder().encodeToString(part.cipher()),
                    now.toEpochMilli(),
                    step);
        });
        return new Kept(part, now, step);
    }

    private void keepKey(EntityManager em, ContentOwner owner) {
        try {
            vault.keepKeys(em.unwrap(Connection.class), List.of(owner));
        } catch (SQLException e) {
            throw new IllegalStateException("the key of a second factor cannot be kept", e);
        }
    }

    /**
     * The secret of an authenticator.
     *
     * @param kept which
     * @return in Base32
     */
    public String secret(Kept kept) {
        return vault.open(kept.sealed)
                .orElseThrow(() -> new IllegalStateException("the key of a second factor is gone"));
    }

    /**
     * Notes which code was used last.
     *
     * @param user whose
     * @param step its step
     */
    public void used(UserId user, long step) {
        transactions.run(em -> Sql.run(em, "update totp set last_step = ? where person = ?", step, user.value()));
    }

    /**
     * Puts new recovery codes in place of the old ones.
     *
     * @param user whose
     * @param hashes of the codes
     */
    public void codes(UserId user, Set<String> hashes) {
        transactions.run(em -> {
            Sql.run(em, "delete from recovery_code where person = ?", user.value());
            hashes.forEach(hash ->
                    Sql.run(em, "insert into recovery_code (code_hash, person) values (?, ?)", hash, user.value()));
        });
    }

    /**
     * The hash by which a recovery code is kept.
     *
     * @param user whose
     * @param code in its normal form
     * @return keyed, 64 hex characters
     */
    public String hash(UserId user, String code) {
        return vault.lookupHash("recovery " + user + " " + code);
    }

    /**
     * Uses a recovery code up.
     *
     * @param hash its hash
     * @return whether it was there
     */
    public boolean usedUp(String hash) {
        return transactions.call(em -> Sql.run(em, "delete from recovery_code where code_hash = ?", hash) == 1);
    }

    /**
     * Takes an authenticator and its recovery codes away.
     *
     * @param user whose
     */
    public void remove(UserId user) {
        transactions.run(em -> {
            Sql.run(em, "delete from totp where person = ?", user.value());
            Sql.run(em, "delete from recovery_code where person = ?", user.value());
        });
    }

    /**
     * Destroys the key of a secret that was taken away.
     *
     * @param gone whose
     */
    public void destroy(Kept gone) {
        vault.destroy(gone.sealed.owner());
    }

    /**
     * Demands a second factor, or no more.
     *
     * @param user of whom
     * @param demanded whether
     */
    public void demand(UserId user, boolean demanded) {
        transactions.run(em -> {
            Sql.run(em, "delete from totp_demand where person = ?", user.value());
            if (demanded) {
                Sql.run(em, "insert into totp_demand (person) values (?)", user.value());
            }
        });
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
