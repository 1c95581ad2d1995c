// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.recording;

import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.RecordingId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The recordings of this installation, one file each, in folders by UTC day. Safe for any thread; each writer and
 * reader belongs to one.
 */
public final class RecordingFiles {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);
    /** The end of a recording's file name, after its id. */
    public static final String SUFFIX = ".pbr";

    private static final int DEPTH = 3;
    private static final int CHUNK = 1 << 16;

    private final Path folder;
    private final ContentVault vault;
    private final SecureRandom random = new SecureRandom();

    /**
     * Uses a folder.
     *
     * @param folder {@code Home.recordings()}
     * @param vault seals each recording's key under its interaction's: erasing the interaction erases its sound
     */
    public RecordingFiles(Path folder, ContentVault vault) {
        this.folder = folder;
        this.vault = vault;
    }

    /**
     * Begins a recording.
     *
     * @param id a new id
     * @param interaction whose; its arrival must be committed, so that its key is durable
     * @return where to write
     * @throws IOException if the disk does not take it
     */
    public RecordingWriter create(RecordingId id, InteractionId interaction) throws IOException {
        byte[] key = new byte[FrameCipher.KEY];
        random.nextBytes(key);
        RecordingHeader header = new RecordingHeader(vault.seal(
                new ContentOwner(ContentOwner.Kind.INTERACTION, interaction.value()),
                Base64.getEncoder().encodeToString(key)));
        Path path = path(id);
        Files.createDirectories(path.getParent());
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        MessageDigest digest = RecordingHeader.sha256();
        ByteBuffer head = header.bytes();
        digest.update(head.duplicate());
        while (head.hasRemaining()) {
            file.write(head);
        }
        return new RecordingWriter(file, new FrameCipher(key, id), digest);
    }

    /**
     * Opens a recording.
     *
     * @param id which
     * @return it; empty if its key was destroyed: erased
     * @throws IOException if there is no such file or it cannot be read
     */
    public Optional<RecordingReader> open(RecordingId id) throws IOException {
        FileChannel file = FileChannel.open(path(id), StandardOpenOption.READ);
        try {
            RecordingHeader header = RecordingHeader.read(file);
            Optional<String> key = vault.open(header.key());
            if (key.isEmpty()) {
                file.close();
                return Optional.empty();
            }
            return Optional.of(new RecordingReader(
                    file, header, new FrameCipher(Base64.getDecoder().decode(key.get()), id)));
        } catch (IOException | IllegalStateException e) {
            file.close();
            throw e;
        }
    }

    /**
     * Looks at a recording that a hard stop left behind.
     *
     * @param id which
     * @return what it holds; nothing and not whole if there is no readable file
     */
    public RecordingWriter.Finished leftBehind(RecordingId id) {
        try (FileChannel file = FileChannel.open(path(id), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            RecordingHeader header = RecordingHeader.read(file);
            int seconds = (int) ((file.size() - header.size()) / FrameCipher.SLOT);
            file.truncate(header.size() + (long) seconds * FrameCipher.SLOT);
            file.force(true);
            return new RecordingWriter.Finished(seconds, digest(file), false);
        } catch (IOException e) {
            return new RecordingWriter.Finished(0, "", false);
        }
    }

    /**
     * Deletes a recording.
     *
     * @param id which
     * @return whether it was there
     * @throws IOException if the disk refuses
     */
    public boolean delete(RecordingId id) throws IOException {
        return Files.deleteIfExists(path(id));
    }

    /**
     * The hash of a file as it lies there, sealed.
     *
     * @param id which
     * @return hex SHA-256; empty if it is not there
     * @throws IOException if it cannot be read
     */
    public Optional<String> sha256(RecordingId id) throws IOException {
        try (FileChannel file = FileChannel.open(path(id), StandardOpenOption.READ)) {
            return Optional.of(digest(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * The names of what lies in the folder of a UTC day, without order.
     *
     * @param day which
     * @return the names; none if there is no such folder
     * @throws IOException if it cannot be read
     */
    public List<String> names(LocalDate day) throws IOException {
        Path place = folder.resolve(DAY.format(day.atStartOfDay(ZoneOffset.UTC)));
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /**
     * The UTC days that have a folder, in order.
     *
     * @return the days
     * @throws IOException if the folder cannot be read
     */
    public List<LocalDate> days() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> places = Files.find(folder, DEPTH, (place, attributes) -> attributes.isDirectory())) {
            return places.map(place -> folder.relativize(place).toString().replace('\\', '/'))
                    .filter(name -> name.matches("[0-9]{4}/[0-9]{2}/[0-9]{2}"))
                    .map(name -> LocalDate.parse(name, DAY))
                    .sorted()
                    .toList();
        }
    }

    /**
     * The UTC day in whose folder a recording lies.
     *
     * @param id which
     * @return its day
     */
    public static LocalDate day(RecordingId id) {
        return LocalDate.ofInstant(moment(id), ZoneOffset.UTC);
    }

    private static Instant moment(RecordingId id) {
        return Instant.ofEpochMilli(id.value().getMostSignificantBits() >>> 16);
    }

    private static String digest(FileChannel file) throws IOException {
        MessageDigest digest = RecordingHeader.sha256();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        long at = 0;
        for (int read = file.read(chunk, at); read > 0; read = file.read(chunk, at)) {
            at += read;
            digest.update(chunk.flip());
            chunk.clear();
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** UUIDv7: its first 48 bits are the time. */
    private Path path(RecordingId id) {
        return folder.resolve(DAY.format(moment(id))).resolve(id + SUFFIX);
    }
}
