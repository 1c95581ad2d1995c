// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.store;

import io.patchbay.api.content.ContentVault;
import io.patchbay.api.id.Uuid7;
import io.patchbay.channel.sms.smpp.Delivery;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The SMS of one part that came, by keyed hash: what the SMSC repeats because our answer was lost is known again. */
public final class TakenTable {
    static final Duration REPEATED_WITHIN = Duration.ofMinutes(10);

    private final Ledger ledger;
    private final ContentVault vault;

    public TakenTable(Ledger ledger, ContentVault vault) {
        this.ledger = ledger;
        this.vault = vault;
    }

    /** Gives an SMS of one part its id: the one it had if the SMSC may not have got our answer to it. */
    public CompletionStage<String> single(String account, Delivery delivery, Instant now) {
        String digest =
                vault.lookupHash(account + "|" + DeliveryText.of(delivery).text());
        return ledger.write(transaction -> {
            Optional<Taken> before = taken(transaction, account, digest, now).stream()
                    .filter(one -> one.repeatedBy(delivery))
                    .findFirst();
            if (before.isPresent()) {
                return before.get().letter;
            }
            String letter = Uuid7.at(now.toEpochMilli()).toString();
            Sql.update(
                    transaction,
                    "insert into sms_taken (letter, account, digest, link, sequence, at_millis) values (?, ?, ?, ?, ?, ?)",
                    letter,
                    account,
                    digest,
                    delivery.link(),
                    delivery.sequence(),
                    now.toEpochMilli());
            return letter;
        });
    }

    private record Taken(String letter, String link, int sequence, long atMillis, long provenMillis) {
        /** The same PDU again, or the same on a later connection while our answer on the first one may be lost. */
        boolean repeatedBy(Delivery delivery) {
            return link.equals(delivery.link()) ? sequence == delivery.sequence() : atMillis >= provenMillis;
        }
    }

    private static List<Taken> taken(Connection transaction, String account, String digest, Instant now)
            throws SQLException {
        return Sql.list(
                transaction,
                row -> new Taken(row.getString(1), row.getString(2), row.getInt(3), row.getLong(4), row.getLong(5)),
                "select t.letter, t.link, t.sequence, t.at_millis, coalesce(l.proven_millis, 0) from sms_taken t"
                        + " left join sms_link l on l.link = t.link"
                        + " where t.account = ? and t.digest = ? and t.at_millis >= ? order by t.at_millis desc",
                account,
                digest,
                now.minus(REPEATED_WITHIN).toEpochMilli());
    }

    /** What was answered on a connection before that moment has reached the SMSC. */
    public CompletionStage<Integer> proven(String link, Instant before) {
        return ledger.write(transaction -> {
            int changed = Sql.update(
                    transaction, "update sms_link set proven_millis = ? where link = ?", before.toEpochMilli(), link);
            return changed > 0
                    ? changed
                    : Sql.update(
                            transaction,
                            "insert into sms_link (link, proven_millis) values (?, ?)",
                            link,
                            before.toEpochMilli());
        });
    }

    /** Forgets what came before. */
    public CompletionStage<Integer> forget(Instant before) {
        long millis = before.toEpochMilli();
        return ledger.write(transaction -> {
            Sql.update(transaction, "delete from sms_link where proven_millis < ?", millis);
            return Sql.update(transaction, "delete from sms_taken where at_millis < ?", millis);
        });
    }
}
