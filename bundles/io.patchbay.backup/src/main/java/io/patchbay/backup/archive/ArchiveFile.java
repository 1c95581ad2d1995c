// SPDX-License-Identifier: Apache-2.0
package io.patchbay.backup.archive;

import io.patchbay.store.copy.Copied;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The file of a backup: a zip whose last entry {@code MANIFEST} has the SHA-256 of every other; readable by its owner
 * alone.
 */
final class ArchiveFile implements AutoCloseable {
    static final String MANIFEST = "MANIFEST";

    private final FileChannel channel;
    private final ZipOutputStream zip;
    private final StringBuilder manifest = new StringBuilder();
    private int entries;

    ArchiveFile(Path file, Copied copied) throws IOException {
        channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        zip = new ZipOutputStream(Channels.newOutputStream(channel));
        manifest.append("patchbay-backup 1\n");
        manifest.append("rows ").append(copied.rows()).append('\n');
        manifest.append("entries ").append(copied.head()).append('\n');
    }

    /** Adds a file as it is now; one that was removed meanwhile is left out. */
    void add(String name, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            add(name, in, sealed(name) ? Deflater.NO_COMPRESSION : Deflater.BEST_SPEED);
        } catch (NoSuchFileException gone) {
            return; // erased between listing and reading
        }
    }

    void add(String name, List<String> lines) throws IOException {
        byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        add(name, new ByteArrayInputStream(text), Deflater.BEST_SPEED);
    }

    /** Cipher text does not shrink. */
    private static boolean sealed(String name) {
        return name.startsWith("recordings/") || name.startsWith("data/content/");
    }

    private void add(String name, InputStream in, int level) throws IOException {
        zip.setLevel(level);
        zip.putNextEntry(new ZipEntry(name));
        MessageDigest sha = sha256();
        DigestOutputStream out = new DigestOutputStream(zip, sha);
        in.transferTo(out);
        zip.closeEntry();
        manifest.append(HexFormat.of().formatHex(sha.digest()))
                .append(' ')
                .append(name)
                .append('\n');
        entries++;
    }

    /** Writes the manifest and forces everything to disk. */
    int finish() throws IOException {
        zip.putNextEntry(new ZipEntry(MANIFEST));
        zip.write(manifest.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
        channel.force(true);
        return entries;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
