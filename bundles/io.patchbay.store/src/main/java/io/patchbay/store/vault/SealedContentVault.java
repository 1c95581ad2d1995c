// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.vault;

import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.content.SealedPart;
import io.patchbay.store.Database;
import io.patchbay.store.Home;
import io.patchbay.store.KeyProof;
import io.patchbay.store.KeyRotation;
import io.patchbay.store.Migrations;
import io.patchbay.store.vault.KeptKeys.Held;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.crypto.AEADBadTagException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;

/**
 * The vault. A new key stays in {@code fresh} until another connection has seen it committed: the transaction that
 * wrote it may yet have been rolled back, so it is written again with each transaction that needs it.
 */
@Component(
        service = {ContentVault.class, KeyProof.class, KeyRotation.class},
        configurationPid = "io.patchbay.store",
        configurationPolicy = ConfigurationPolicy.REQUIRE) // else it would be made twice at each start
public final class SealedContentVault implements ContentVault, KeyProof, KeyRotation {
    private static final int KEPT_IN_MEMORY = 20_000;
    private static final int CONFIRM_ABOVE = 512;
    private static final ThreadLocal<MessageDigest> SHA256 = ThreadLocal.withInitial(SealedContentVault::sha256);

    private final Masters masters;
    private final SecretKeySpec index;

    @SuppressWarnings("ThreadLocalUsage") // one a vault: the key is its own
    private final ThreadLocal<Mac> mac = ThreadLocal.withInitial(this::mac);

    /** What is wrapped and written is so by one master key: a rotation waits for it, and it for the rotation. */
    private final ReadWriteLock turning = new ReentrantReadWriteLock();

    private final KeyTable table;
    private final InstantSource clock;
    private final Map<ContentOwner, Fresh> fresh = new ConcurrentHashMap<>();
    private final Queue<ContentOwner> written = new LinkedBlockingQueue<>();
    private final KeptKeys kept = new KeptKeys(KEPT_IN_MEMORY);

    private static final class Fresh {
        private final SecretKey key;
        private final byte[] wrapped;

        Fresh(SecretKey key, byte[] wrapped) {
            this.key = key;
            this.wrapped = wrapped;
        }
    }

    /** Where the master key comes from. */
    @interface Keys {
        String masterKeyCommand() default "";
    }

    /**
     * The vault of the running home.
     *
     * @param migrations made the table
     * @param database where wrapped keys are
     * @param home where the master and the index key are
     * @param config where the master key comes from
     */
    @Activate
    public SealedContentVault(
            @Reference Migrations migrations, @Reference Database database, @Reference Home home, Keys config) {
        this(database.dataSource(), home, config.masterKeyCommand(), InstantSource.system());
    }

    /**
     * A vault anywhere.
     *
     * @param source where the table of wrapped keys is
     * @param home where the keys are
     * @param masterKeyCommand prints the master key; empty for the file
     * @param clock says when a key was destroyed
     * @return the vault
     */
    public static SealedContentVault at(DataSource source, Home home, String masterKeyCommand, InstantSource clock) {
        return new SealedContentVault(source, home, masterKeyCommand, clock);
    }

    /** Not public: Declarative Services looks at each public constructor of as many parameters. */
    private SealedContentVault(DataSource source, Home home, String masterKeyCommand, InstantSource clock) {
        masters = new Masters(home.keys(), masterKeyCommand);
        index = new SecretKeySpec(KeyFile.readOrMake(home.keys().resolve("index.key")), "HmacSHA256");
        table = new KeyTable(source);
        this.clock = clock;
        table.highest().forEach(kept::stored);
    }

    @Override
    public SealedPart seal(ContentOwner owner, String clear) {
        byte[] cipher = Gcm.seal(sealingKey(owner), bytes(owner), clear.getBytes(StandardCharsets.UTF_8));
        return new SealedPart(
                owner, cipher, HexFormat.of().formatHex(SHA256.get().digest(cipher)));
    }

    private static byte[] bytes(ContentOwner owner) {
        return owner.text().getBytes(StandardCharsets.US_ASCII);
    }

    private SecretKey sealingKey(ContentOwner owner) {
        return known(owner)
                .orElseGet(() -> Held.of(made(owner)))
                .key()
                .orElseThrow(() -> new IllegalStateException("the key of " + owner.text() + " was destroyed"));
    }

    private Optional<Held> known(ContentOwner owner) {
        Fresh young = fresh.get(owner);
        return young != null
                ? Optional.of(Held.of(young.key))
                : kept.get(owner).or(() -> kept.mayBeStored(owner) ? stored(owner) : Optional.empty());
    }

    private Optional<Held> stored(ContentOwner owner) {
        Optional<Held> found = table.find(owner)
                .map(wrapped -> wrapped.length == 0 ? Held.DESTROYED : Held.of(unwrap(owner, wrapped)));
        found.ifPresent(key -> kept.put(owner, key));
        return found;
    }

    private SecretKey unwrap(ContentOwner owner, byte[] wrapped) {
        try {
            return masters.unwrap(owner, wrapped);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException("the key of " + owner.text() + " is not wrapped by this master key", e);
        }
    }

    private SecretKey made(ContentOwner owner) {
        Fresh young;
        turning.readLock().lock();
        try {
            young = fresh.computeIfAbsent(owner, absent -> {
                if (kept.get(absent).isPresent()) {
                    return null; // made and confirmed between our look and now
                }
                SecretKey key = Masters.key(Gcm.random(KeyFile.BYTES));
                return new Fresh(key, masters.wrap(absent, key));
            });
        } finally {
            turning.readLock().unlock();
        }
        return young != null ? young.key : sealingKey(owner);
    }

    @Override
    public Optional<String> open(SealedPart part) {
        ContentOwner owner = part.owner();
        Held held = known(owner)
                .or(() -> stored(owner))
                .orElseThrow(() -> new IllegalStateException("no key of " + owner.text()));
        return held.key().map(it -> {
            try {
                return new String(Gcm.open(it, bytes(owner), part.cipher()), StandardCharsets.UTF_8);
            } catch (AEADBadTagException e) {
                throw new IllegalStateException("content " + part.sha256() + " was altered", e);
            }
        });
    }

    @Override
    public void keepKeys(Connection transaction, Collection<ContentOwner> owners) throws SQLException {
        List<ContentOwner> earlier = written.size() >= CONFIRM_ABOVE ? earlierWritten() : List.of();
        turning.readLock().lock();
        try {
            Map<ContentOwner, byte[]> rows = new LinkedHashMap<>();
            for (ContentOwner owner : owners) {
                Fresh young = fresh.get(owner);
                if (young != null) {
                    rows.put(owner, young.wrapped);
                }
            }
            if (!rows.isEmpty()) {
                KeyTable.insert(transaction, rows);
                written.addAll(rows.keySet());
            }
        } finally {
            turning.readLock().unlock();
        }
        if (!earlier.isEmpty()) {
            confirm(earlier);
        }
    }

    private List<ContentOwner> earlierWritten() {
        List<ContentOwner> earlier = new ArrayList<>();
        for (ContentOwner owner = written.poll(); owner != null; owner = written.poll()) {
            earlier.add(owner);
        }
        return earlier;
    }

    /** What is not committed stays fresh, and is written again when it is needed again. */
    private void confirm(List<ContentOwner> asked) {
        table.find(asked).forEach((owner, wrapped) -> {
            Fresh young = fresh.get(owner);
            if (young != null && wrapped.length > 0) {
                if (!unwrap(owner, wrapped).equals(young.key)) { // a rotation wraps the same key anew
                    throw new IllegalStateException(
                            "another process made a key for " + owner.text() + ": two share a database");
                }
                kept.put(owner, Held.of(young.key));
                fresh.remove(owner);
            }
        });
    }

    @Override
    public void destroy(ContentOwner owner) {
        table.destroy(owner, clock.millis());
        kept.put(owner, Held.DESTROYED);
        fresh.remove(owner);
    }

    @Override
    public synchronized Rotated rotate() {
        List<ContentOwner> young;
        turning.writeLock().lock();
        try {
            if (!masters.turn()) {
                throw new Refused(Rotation.NO_OTHER);
            }
            young = List.copyOf(fresh.keySet());
            fresh.replaceAll((owner, held) -> new Fresh(held.key, masters.wrap(owner, held.key)));
        } finally {
            turning.writeLock().unlock();
        }
        young.forEach(
                owner -> Optional.ofNullable(fresh.get(owner)).ifPresent(held -> table.settle(owner, held.wrapped)));
        long keys = new Rotation(masters, table).all();
        masters.forgetFormer();
        return new Rotated(keys);
    }

    @Override
    public Map<ContentOwner, Stand> stands(Connection connection, Collection<ContentOwner> owners) throws SQLException {
        Map<ContentOwner, Stand> stands = new LinkedHashMap<>();
        KeyTable.find(connection, owners).forEach((owner, wrapped) -> stands.put(owner, stand(owner, wrapped)));
        return stands;
    }

    private Stand stand(ContentOwner owner, byte[] wrapped) {
        if (wrapped.length == 0) {
            return Stand.DESTROYED;
        }
        try {
            return masters.unwrap(owner, wrapped).getEncoded().length == KeyFile.BYTES ? Stand.GOOD : Stand.ALTERED;
        } catch (AEADBadTagException | IllegalArgumentException e) {
            return Stand.ALTERED;
        }
    }

    @Override
    public String lookupHash(String normalForm) {
        return HexFormat.of().formatHex(mac.get().doFinal(normalForm.getBytes(StandardCharsets.UTF_8)));
    }

    private Mac mac() {
        try {
            Mac made = Mac.getInstance("HmacSHA256");
            made.init(index);
            return made;
        } catch (GeneralSecurityException e) {
            throw new AssertionError("HmacSHA256 is part of every JDK", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("SHA-256 is part of every JDK", e);
        }
    }
}
