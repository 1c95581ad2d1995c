// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.store;

import io.patchbay.api.content.ContentVault;
import io.patchbay.channel.email.read.Mail;
import io.patchbay.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the channel must not forget: how far boxes are read, which mails are known, what was sent and to what end. */
public final class MailBook {
    private static final Duration ACKNOWLEDGED_AGAIN_AFTER = Duration.ofDays(1);

    private final Transactions transactions;
    private final ContentVault vault;

    public MailBook(Transactions transactions, ContentVault vault) {
        this.transactions = transactions;
        this.vault = vault;
    }

    /**
     * How far a box is read.
     *
     * @param validity the box's UIDVALIDITY
     * @param lastUid the last mail that was looked at
     */
    public record Place(long validity, long lastUid) {}

    public Optional<Place> place(String account) {
        return transactions.call(
                em -> Optional.ofNullable(em.find(BoxRow.class, account)).map(BoxRow::place));
    }

    public void keep(String account, Place place) {
        transactions.run(em -> em.merge(new BoxRow(account, place)));
    }

    /**
     * The letter's id of a mail: its own id if it is the first to have it, else one made of its content. The same mail
     * gets the same id whenever it comes.
     */
    public String letterId(Mail mail) {
        if (mail.id().isEmpty()) {
            return "sha256:" + mail.fingerprint();
        }
        String key = vault.lookupHash("mail-id:" + mail.id());
        String first = transactions.call(em -> {
            SeenRow row = em.find(SeenRow.class, key);
            if (row == null) {
                row = new SeenRow(key, mail.fingerprint());
                em.persist(row);
            }
            return row.fingerprint();
        });
        return first.equals(mail.fingerprint()) ? mail.id() : "sha256:" + mail.fingerprint();
    }

    /** Notes that a mail is about to be sent; gives what is already known of it. */
    public Outgoing begin(Outgoing outgoing, Instant now) {
        return transactions.call(em -> {
            OutgoingRow row = em.find(OutgoingRow.class, outgoing.id());
            if (row == null) {
                row = new OutgoingRow(outgoing, now.toEpochMilli());
                em.persist(row);
            }
            return row.outgoing();
        });
    }

    public void end(String id, Outgoing.State state, String reason) {
        transactions.run(
                em -> Optional.ofNullable(em.find(OutgoingRow.class, id)).ifPresent(row -> row.end(state, reason)));
    }

    /** The newest mail of ours with a Message-ID. */
    public Optional<Outgoing> sent(String mailId) {
        return transactions.call(em -> em
                .createQuery(
                        "select r from OutgoingRow r where r.mailId = :id order by r.begunAt desc", OutgoingRow.class)
                .setParameter("id", mailId)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(OutgoingRow::outgoing));
    }

    /** Whether a sender may get an automatic reply now; if so, the next one may come in a day. */
    public boolean mayAcknowledge(String account, String sender, Instant now) {
        String key = vault.lookupHash("mail-ack:" + account + ":" + sender);
        return transactions.call(em -> {
            AcknowledgedRow row = em.find(AcknowledgedRow.class, key);
            long earliest = now.minus(ACKNOWLEDGED_AGAIN_AFTER).toEpochMilli();
            if (row != null && row.at() > earliest) {
                return false;
            }
            em.merge(new AcknowledgedRow(key, now.toEpochMilli()));
            return true;
        });
    }
}
