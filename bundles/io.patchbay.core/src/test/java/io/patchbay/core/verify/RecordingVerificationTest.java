// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.id.RecordingId;
import io.patchbay.api.journal.Finding;
import io.patchbay.api.recording.RecordingsCheck.Report;
import io.patchbay.testkit.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three recordings of two seconds each, altered in every way that somebody with the disk can. */
class RecordingVerificationTest {
    private static final int SLOT = 4 + 2 * 8000 + 16;

    @TempDir
    Path home;

    private Journalled journalled;
    private List<Path> files;

    @BeforeEach
    void record() throws IOException {
        var database = TestDatabases.memory();
        journalled = new Journalled(home, database);
        try (var found = Files.walk(home.resolve("recordings"))) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        assertThat(files).hasSize(3);
        verification = new RecordingVerification(
                database, journalled.store.keyProof(), journalled.recordings, InstantSource.fixed(Instant.now()));
    }

    private RecordingVerification verification;

    @AfterEach
    void close() {
        journalled.close();
    }

    private Report check() {
        return verification.check(progress -> {});
    }

    /** The one finding: its code and which recording. */
    private void finds(String code, Path file) {
        assertThat(check().findings())
                .extracting(finding -> finding.words().code() + " " + finding.id())
                .containsExactly(code + " " + id(file));
    }

    private static String id(Path file) {
        return file.getFileName().toString().replace(".pbr", "");
    }

    @Test
    void whatWasWrittenIsWhole() {
        Report report = check();
        assertThat(report.findings()).isEmpty();
        assertThat(report.whole()).isTrue();
        assertThat(report.recordings()).isEqualTo(3);
        assertThat(report.seconds()).isEqualTo(6);
        assertThat(report.erased()).isZero();
    }

    @Test
    void aRemovedFileIsMissing() throws IOException {
        Files.delete(files.get(1));
        finds("missing", files.get(1));
    }

    @Test
    void anAlteredByteOfAnySecondIsFound() throws IOException {
        for (int second = 0; second < 2; second++) {
            byte[] sealed = Files.readAllBytes(files.get(0));
            byte[] altered = sealed.clone();
            altered[sealed.length - (2 - second) * SLOT + 77] ^= 1;
            Files.write(files.get(0), altered);
            Finding finding = check().findings().get(0);
            assertThat(finding.words().text(Locale.ENGLISH))
                    .contains(id(files.get(0)))
                    .contains("second " + second);
            Files.write(files.get(0), sealed);
        }
        assertThat(check().whole()).isTrue();
    }

    @Test
    void aSecondThatWasCutOffIsFoundWithItsLengths() throws IOException {
        byte[] sealed = Files.readAllBytes(files.get(2));
        Files.write(files.get(2), Arrays.copyOf(sealed, sealed.length - SLOT));
        finds("cut", files.get(2));
        assertThat(check().findings().get(0).words().text(Locale.ENGLISH)).contains("it has 1 of 2 s");
        Files.write(files.get(2), Arrays.copyOf(sealed, sealed.length - 1));
        finds("cut", files.get(2));
    }

    @Test
    void whatWasAddedIsFound() throws IOException {
        Files.write(files.get(0), new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
        finds("cut", files.get(0));
        assertThat(check().findings().get(0).words().text(Locale.ENGLISH)).contains("lengthened");
    }

    @Test
    void exchangedFilesAreBothNamed() throws IOException {
        Path aside = home.resolve("aside");
        Files.move(files.get(0), aside);
        Files.move(files.get(1), files.get(0));
        Files.move(aside, files.get(1));
        assertThat(check().findings()).extracting(Finding::id).containsExactly(id(files.get(0)), id(files.get(1)));
    }

    @Test
    void exchangedSecondsOfOneFileAreFound() throws IOException {
        byte[] sealed = Files.readAllBytes(files.get(0));
        byte[] turned = sealed.clone();
        System.arraycopy(sealed, sealed.length - SLOT, turned, sealed.length - 2 * SLOT, SLOT);
        System.arraycopy(sealed, sealed.length - 2 * SLOT, turned, sealed.length - SLOT, SLOT);
        Files.write(files.get(0), turned);
        finds("altered", files.get(0));
    }

    @Test
    void aFileThatIsNoRecordingIsUnreadable() throws IOException {
        byte[] sealed = Files.readAllBytes(files.get(0));
        sealed[0] ^= 1;
        Files.write(files.get(0), sealed);
        finds("unreadable", files.get(0));
        Files.write(files.get(0), new byte[0]);
        finds("unreadable", files.get(0));
    }

    @Test
    void whatWasErasedIsCountedNotNamed() throws IOException {
        journalled
                .store
                .vault()
                .destroy(new ContentOwner(
                        ContentOwner.Kind.INTERACTION,
                        journalled.contacts.get(0).value()));
        Files.delete(files.get(0));
        Report report = check();
        assertThat(report.findings()).isEmpty();
        assertThat(report.erased()).isEqualTo(1);
        assertThat(report.recordings()).isEqualTo(2);
    }

    @Test
    void aFileThatNoEntryNamesIsStray() throws IOException {
        Path stray = files.get(0).resolveSibling(RecordingId.at(1_790_000_000_000L) + ".pbr");
        Files.copy(files.get(0), stray);
        Path foreign = files.get(0).resolveSibling("notes.txt");
        Files.writeString(foreign, "x");
        assertThat(check().findings())
                .extracting(finding -> finding.words().code() + " " + finding.id())
                .containsExactly("stray " + stray.getFileName(), "stray notes.txt");
    }
}
