// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.content;

import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.content.SealedPart;
import io.patchbay.api.id.AttachmentId;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Sealed files, one each, in folders by UTC day: magic, owner, the file's key sealed under the owner's, then chunks of
 * 64 KiB. Safe for any thread.
 */
public final class ContentFiles {
    private static final int MAGIC = 0x50424331; // PBC1
    private static final int LONGEST_KEY = 512;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final ContentVault vault;
    private final SecureRandom random = new SecureRandom();

    /**
     * Uses a folder.
     *
     * @param folder where the files are
     * @param vault seals each file's key under its owner's: destroying that erases the file
     */
    public ContentFiles(Path folder, ContentVault vault) {
        this.folder = folder;
        this.vault = vault;
    }

    /**
     * What a file holds.
     *
     * @param size bytes in clear
     * @param sha256 hex SHA-256 of the sealed file
     */
    public record Kept(long size, String sha256) {}

    /**
     * Seals a stream and forces it to disk.
     *
     * @param id a new id
     * @param owner whose it is; its key becomes durable with the first journal entry it seals
     * @param bytes read to its end, not closed
     * @return what is there
     * @throws IOException if the source or the disk fails; nothing is left behind
     */
    public Kept keep(AttachmentId id, ContentOwner owner, InputStream bytes) throws IOException {
        Path path = path(id);
        Files.createDirectories(path.getParent());
        boolean whole = false;
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            MessageDigest digest = sha256();
            long size = write(new DigestOutputStream(Channels.newOutputStream(file), digest), owner, bytes);
            file.force(true);
            whole = true;
            return new Kept(size, HexFormat.of().formatHex(digest.digest()));
        } finally {
            if (!whole) {
                Files.deleteIfExists(path);
            }
        }
    }

    private long write(OutputStream target, ContentOwner owner, InputStream bytes) throws IOException {
        byte[] key = new byte[ChunkCipher.KEY];
        random.nextBytes(key);
        byte[] sealedKey =
                vault.seal(owner, Base64.getEncoder().encodeToString(key)).cipher();
        DataOutputStream out = new DataOutputStream(target);
        out.writeInt(MAGIC);
        out.writeUTF(owner.text());
        out.writeShort(sealedKey.length);
        out.write(sealedKey);
        ChunkCipher cipher = new ChunkCipher(key);
        byte[] chunk = bytes.readNBytes(ChunkCipher.CHUNK);
        long size = 0;
        for (long number = 0; ; number++) {
            byte[] next = chunk.length < ChunkCipher.CHUNK ? new byte[0] : bytes.readNBytes(ChunkCipher.CHUNK);
            size += chunk.length;
            out.write(cipher.seal(number, chunk, chunk.length, next.length == 0));
            if (next.length == 0) {
                return size;
            }
            chunk = next;
        }
    }

    /**
     * Opens a file.
     *
     * @param id which
     * @return its bytes, to be closed; a changed file fails while it is read. Empty if it is not there or was erased
     * @throws IOException if it cannot be read
     */
    public Optional<InputStream> open(AttachmentId id) throws IOException {
        InputStream file;
        try {
            file = Files.newInputStream(path(id));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try {
            DataInputStream in = new DataInputStream(new BufferedInputStream(file, ChunkCipher.CHUNK));
            Optional<String> key = vault.open(head(in));
            if (key.isEmpty()) {
                file.close();
                return Optional.empty();
            }
            return Optional.of(
                    new OpenedContent(in, new ChunkCipher(Base64.getDecoder().decode(key.get()))));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /**
     * Deletes a file.
     *
     * @param id which
     * @return whether it was there
     * @throws IOException if the disk refuses
     */
    public boolean delete(AttachmentId id) throws IOException {
        return Files.deleteIfExists(path(id));
    }

    /**
     * The hash of a file as it lies there, sealed.
     *
     * @param id which
     * @return hex SHA-256; empty if it is not there
     * @throws IOException if it cannot be read
     */
    public Optional<String> sha256(AttachmentId id) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream file = Files.newInputStream(path(id))) {
            file.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static SealedPart head(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("not a sealed file");
        }
        ContentOwner owner = ContentOwner.parse(in.readUTF());
        int length = in.readUnsignedShort();
        if (length > LONGEST_KEY) {
            throw new IOException("a file's key cannot have " + length + " bytes");
        }
        byte[] cipher = in.readNBytes(length);
        return new SealedPart(owner, cipher, HexFormat.of().formatHex(sha256().digest(cipher)));
    }

    /** UUIDv7: its first 48 bits are the time. */
    private Path path(AttachmentId id) {
        Instant day = Instant.ofEpochMilli(id.value().getMostSignificantBits() >>> 16);
        return folder.resolve(DAY.format(day)).resolve(id + ".pbc");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("SHA-256 is part of every JDK", e);
        }
    }
}
