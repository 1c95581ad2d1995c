// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.store;

import io.patchbay.api.address.Address;
import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.content.SealedPart;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.Uuid7;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Numbers that want nothing we begin: by keyed hash, the number itself sealed. Each change stands in the journal. */
public final class OptOuts {

    private final Transactions transactions;
    private final Outbox outbox;
    private final ContentVault vault;
    private final InstantSource clock;
    private final Set<String> hashes = ConcurrentHashMap.newKeySet();

    public OptOuts(Transactions transactions, Outbox outbox, ContentVault vault, InstantSource clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.vault = vault;
        this.clock = clock;
        hashes.addAll(transactions.call(em ->
                em.createQuery("select r.id from OptOutRow r", String.class).getResultList()));
    }

    /** Answers at once. */
    public boolean isOut(Address number) {
        return hashes.contains(vault.lookupHash(number.text()));
    }

    /** Takes a number out; false if it already is. Blocks for the database. */
    public boolean out(Address number, String word, String actor) {
        String hash = vault.lookupHash(number.text());
        if (hashes.contains(hash)) {
            return false;
        }
        transactions.run(em -> {
            ContentOwner owner = new ContentOwner(ContentOwner.Kind.CUSTOMER, Uuid7.at(clock.millis()));
            SealedPart sealed = seal(em, owner, number.text());
            String cipher = sealed.sha256() + Base64.getEncoder().encodeToString(sealed.cipher());
            em.merge(new OptOutRow(hash, owner.text(), cipher, word, clock.millis()));
            outbox.write(em, told("sms.optedOut", hash, word, actor), "", Map.of());
        });
        hashes.add(hash);
        return true;
    }

    private SealedPart seal(EntityManager em, ContentOwner owner, String text) {
        SealedPart sealed = vault.seal(owner, text);
        try {
            vault.keepKeys(em.unwrap(Connection.class), List.of(owner));
        } catch (SQLException e) {
            throw new IllegalStateException("the key of an opted-out number cannot be kept", e);
        }
        return sealed;
    }

    /** Takes a number in again; false if it was not out. Blocks for the database. */
    public boolean in(Address number, String word, String actor) {
        String hash = vault.lookupHash(number.text());
        if (!hashes.contains(hash)) {
            return false;
        }
        Optional<ContentOwner> owner = transactions.call(em -> {
            OptOutRow row = em.find(OptOutRow.class, hash);
            if (row != null) {
                em.remove(row);
            }
            outbox.write(em, told("sms.optedIn", hash, word, actor), "", Map.of());
            return Optional.ofNullable(row).map(one -> ContentOwner.parse(one.owner()));
        });
        hashes.remove(hash);
        owner.ifPresent(vault::destroy);
        return true;
    }

    private JournalDraft told(String type, String hash, String word, String actor) {
        Map<String, Object> body = Map.of("number", hash, "word", word);
        return JournalDraft.act(clock.instant(), type, actor, UnitId.ROOT, body);
    }
}
