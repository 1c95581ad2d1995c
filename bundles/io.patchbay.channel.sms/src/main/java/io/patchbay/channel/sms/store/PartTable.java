// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.store;

import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.content.SealedPart;
import io.patchbay.api.id.Uuid7;
import io.patchbay.channel.sms.codec.Part;
import io.patchbay.channel.sms.codec.Place;
import io.patchbay.channel.sms.smpp.Delivery;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Parts of long SMS, sealed, until the whole is there. */
public final class PartTable {
    private final Ledger ledger;
    private final ContentVault vault;

    public PartTable(Ledger ledger, ContentVault vault) {
        this.ledger = ledger;
        this.vault = vault;
    }

    /**
     * A letter that can go on its way.
     *
     * @param id its id, the same for every repetition
     * @param from its sender
     * @param to its receiver
     * @param parts its parts; not all if it waited too long
     */
    public record Ready(String id, Delivery.Party from, String to, List<Part> parts) {}

    /** Keeps a part of a long SMS; gives the whole once it is there, also again when its last part is repeated. */
    public CompletionStage<Optional<Ready>> part(String account, Delivery delivery, Instant now) {
        Place place = delivery.part().place().orElseThrow();
        String whole = vault.lookupHash(String.join(
                "|", account, delivery.from().number(), delivery.to(), place.reference() + "/" + place.total()));
        String digest = vault.lookupHash(DeliveryText.of(delivery).text());
        return ledger.write(transaction -> {
            for (Gathering one : gatherings(transaction, account, whole)) {
                List<String> same = digests(transaction, one.letter, place.number());
                boolean repeated = same.contains(digest)
                        && (!one.done
                                || one.doneMillis
                                        >= now.minus(TakenTable.REPEATED_WITHIN).toEpochMilli());
                if (repeated) {
                    return one.done ? Optional.empty() : whole(transaction, one.letter, place.total());
                } else if (!one.done && same.isEmpty()) {
                    keep(transaction, one.letter, delivery, digest);
                    return whole(transaction, one.letter, place.total());
                }
            }
            String letter = Uuid7.at(now.toEpochMilli()).toString();
            Sql.update(
                    transaction,
                    "insert into sms_long (letter, account, whole, at_millis) values (?, ?, ?, ?)",
                    letter,
                    account,
                    whole,
                    now.toEpochMilli());
            keep(transaction, letter, delivery, digest);
            return whole(transaction, letter, place.total());
        });
    }

    private record Gathering(String letter, boolean done, long doneMillis) {}

    private static List<Gathering> gatherings(Connection transaction, String account, String whole)
            throws SQLException {
        return Sql.list(
                transaction,
                row -> new Gathering(row.getString(1), row.getObject(2) != null, row.getLong(2)),
                "select letter, done_millis from sms_long where account = ? and whole = ? order by at_millis desc",
                account,
                whole);
    }

    private static List<String> digests(Connection transaction, String letter, int part) throws SQLException {
        return Sql.list(
                transaction,
                row -> row.getString(1),
                "select digest from sms_part where letter = ? and part = ?",
                letter,
                part);
    }

    private void keep(Connection transaction, String letter, Delivery delivery, String digest) throws SQLException {
        ContentOwner owner = owner(letter);
        SealedPart sealed = vault.seal(owner, DeliveryText.of(delivery).text());
        vault.keepKeys(transaction, List.of(owner));
        Sql.update(
                transaction,
                "insert into sms_part (letter, part, digest, sealed) values (?, ?, ?, ?)",
                letter,
                delivery.part().place().orElseThrow().number(),
                digest,
                sealed.sha256() + Base64.getEncoder().encodeToString(sealed.cipher()));
    }

    /** Until it is a letter of some conversation, a long SMS has a key of its own. */
    private static ContentOwner owner(String letter) {
        return new ContentOwner(ContentOwner.Kind.INTERACTION, UUID.fromString(letter));
    }

    private Optional<Ready> whole(Connection transaction, String letter, int total) throws SQLException {
        Optional<Ready> ready = ready(transaction, letter);
        return ready.filter(one -> one.parts.size() == total);
    }

    private Optional<Ready> ready(Connection transaction, String letter) throws SQLException {
        List<DeliveryText> kept = Sql.list(
                        transaction,
                        row -> row.getString(1),
                        "select sealed from sms_part where letter = ? order by part",
                        letter)
                .stream()
                .flatMap(cipher -> open(letter, cipher).stream())
                .toList();
        return kept.stream()
                .findFirst()
                .map(first -> new Ready(
                        letter,
                        first.from(),
                        first.to(),
                        kept.stream().map(DeliveryText::part).toList()));
    }

    private Optional<DeliveryText> open(String letter, String sealed) {
        byte[] cipher = Base64.getDecoder().decode(sealed.substring(64));
        return vault.open(new SealedPart(owner(letter), cipher, sealed.substring(0, 64)))
                .map(DeliveryText::parse);
    }

    /** A long SMS is a letter now; its parts go once no repetition is to be feared. */
    public CompletionStage<Integer> done(String letter, Instant now) {
        return ledger.write(transaction -> Sql.update(
                transaction,
                "update sms_long set done_millis = ? where letter = ? and done_millis is null",
                now.toEpochMilli(),
                letter));
    }

    /** Long SMS of an account that are whole and were not posted, or that began so early that they go as they are. */
    public CompletionStage<List<Ready>> due(String account, Instant beganBefore) {
        return ledger.write(transaction -> {
            List<Ready> due = new ArrayList<>();
            for (String letter : Sql.list(
                    transaction,
                    row -> row.getString(1),
                    "select letter from sms_long where account = ? and done_millis is null and at_millis < ?",
                    account,
                    beganBefore.toEpochMilli())) {
                ready(transaction, letter).ifPresent(due::add);
            }
            return due;
        });
    }

    /** Forgets those that became letters before; gives their ids. */
    public CompletionStage<List<String>> forget(Instant before) {
        long millis = before.toEpochMilli();
        return ledger.write(transaction -> {
            List<String> old = Sql.list(
                    transaction, row -> row.getString(1), "select letter from sms_long where done_millis < ?", millis);
            for (String letter : old) {
                Sql.update(transaction, "delete from sms_part where letter = ?", letter);
                Sql.update(transaction, "delete from sms_long where letter = ?", letter);
            }
            return old;
        });
    }

    /** Destroys the keys of forgotten long SMS. */
    public void destroy(List<String> letters) {
        letters.forEach(letter -> vault.destroy(owner(letter)));
    }
}
