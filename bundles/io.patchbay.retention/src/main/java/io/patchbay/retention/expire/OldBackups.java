// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.expire;

import io.patchbay.api.command.Actor;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.journal.JournalEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Deletes old backups: only files in the folder of backups that an entry of the journal names, that are backups by
 * their manifest, and never the newest. Called by one thread.
 */
public final class OldBackups {
    private static final int PAGE = 1_000;
    private static final String MANIFEST = "MANIFEST";
    private static final String MARK = "patchbay-backup ";

    private final Path folder;
    private final Journal journal;
    private final InstantSource clock;
    private final Map<Path, Instant> begun = new HashMap<>();
    private volatile int days;
    private long seq;

    /** {@code days} is how old a backup may be; 0 keeps all. */
    public OldBackups(Path folder, Journal journal, InstantSource clock, int days) {
        this.folder = folder.toAbsolutePath().normalize();
        this.journal = journal;
        this.clock = clock;
        keep(days);
    }

    /** Takes another number of days. */
    public void keep(int now) {
        if (now < 0) {
            throw new IllegalArgumentException("backupDays must be at least 0 but is " + now);
        }
        days = now;
    }

    /** Deletes what is too old; each is in the trace before it goes. Gives how many. */
    public int delete(Actor actor) {
        if (days == 0 || !Files.isDirectory(folder)) {
            return 0;
        }
        read();
        List<Path> ours = ours();
        int gone = 0;
        for (Path file : ours.subList(0, Math.max(0, ours.size() - 1))) {
            if (begun.get(file).plus(Duration.ofDays(days)).isBefore(clock.instant())) {
                delete(actor, file);
                gone++;
            }
        }
        return gone;
    }

    /** Entries since the last time; the first time all. */
    private void read() {
        for (List<JournalEntry> page = journal.read(seq, PAGE); !page.isEmpty(); page = journal.read(seq, PAGE)) {
            page.stream()
                    .filter(entry -> entry.type().equals("backup.begun"))
                    .filter(entry -> entry.body().get("file") instanceof String)
                    .forEach(entry -> begun.put(
                            Path.of((String) entry.body().get("file"))
                                    .toAbsolutePath()
                                    .normalize(),
                            entry.at()));
            seq = page.get(page.size() - 1).seq();
        }
    }

    /** Oldest first. */
    private List<Path> ours() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(begun::containsKey)
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(OldBackups::isBackup)
                    .sorted(Comparator.comparing(begun::get))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("backups cannot be listed in " + folder, e);
        }
    }

    /** An entry may name a file that was there before, which the backup then left alone. */
    private static boolean isBackup(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry manifest = zip.getEntry(MANIFEST);
            return manifest != null
                    && new String(zip.getInputStream(manifest).readNBytes(MARK.length()), StandardCharsets.UTF_8)
                            .equals(MARK);
        } catch (ZipException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("the backup " + file + " cannot be read", e);
        }
    }

    private void delete(Actor actor, Path file) {
        Map<String, Object> body =
                Map.of("file", file.toString(), "madeAt", begun.get(file).toString(), "days", days);
        journal.append(List.of(JournalDraft.act(clock.instant(), "retention.backupDeleted", actor, UnitId.ROOT, body)))
                .toCompletableFuture()
                .join();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the backup " + file + " cannot be deleted", e);
        }
    }
}
