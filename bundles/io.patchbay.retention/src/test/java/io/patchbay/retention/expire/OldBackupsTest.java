// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.expire;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.command.Actor;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.testkit.FakeJournal;
import io.patchbay.testkit.ManualClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OldBackupsTest {
    private static final Actor ACTOR = new Actor.Part("test");

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();
    private final FakeJournal journal = new FakeJournal();

    private void told(Path file) {
        journal.append(List.of(JournalDraft.act(
                        clock.instant(), "backup.begun", ACTOR, UnitId.ROOT, Map.of("file", file.toString()))))
                .toCompletableFuture()
                .join();
    }

    private Path zip(String name) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("MANIFEST"));
            zip.write("patchbay-backup 1\n".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return file;
    }

    private Path made(String name) throws IOException {
        Path file = zip(name);
        told(file);
        clock.advance(Duration.ofDays(1));
        return file;
    }

    private OldBackups backups(int days) {
        return new OldBackups(folder, journal, clock, days);
    }

    @Test
    void oldOnesGoAndTheNewestStays() throws IOException {
        Path first = made("a.zip");
        Path second = made("b.zip");
        clock.advance(Duration.ofDays(100));
        assertThat(backups(30).delete(ACTOR)).isEqualTo(1);
        assertThat(first).doesNotExist();
        assertThat(second).exists();
        assertThat(journal.read(0, 100)).anyMatch(entry -> entry.type().equals("retention.backupDeleted"));
    }

    @Test
    void youngOnesStayAndWithoutDaysAllStay() throws IOException {
        Path first = made("a.zip");
        made("b.zip");
        assertThat(backups(30).delete(ACTOR)).isEqualTo(0);
        clock.advance(Duration.ofDays(100));
        assertThat(backups(0).delete(ACTOR)).isEqualTo(0);
        assertThat(first).exists();
    }

    @Test
    void whatNoEntryNamesOrIsNoBackupIsLeftAlone() throws IOException {
        Path carriedIn = zip("carried.zip");
        Path other = Files.writeString(folder.resolve("letter.txt"), "was there before");
        told(other);
        made("b.zip");
        clock.advance(Duration.ofDays(100));
        assertThat(backups(30).delete(ACTOR)).isEqualTo(0);
        assertThat(carriedIn).exists();
        assertThat(other).exists();
    }
}
