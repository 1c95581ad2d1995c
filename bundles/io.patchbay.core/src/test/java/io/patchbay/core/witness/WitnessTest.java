// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.witness;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.testkit.FakeJournal;
import io.patchbay.testkit.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {
    @TempDir
    Path folder;

    private final FakeJournal journal = new FakeJournal();
    private final ManualClock clock = new ManualClock();

    private void happens() {
        journal.append(List.of(JournalDraft.act(clock.instant(), "x.y", "system:test", new UnitId("u"), Map.of())))
                .toCompletableFuture()
                .join();
    }

    @Test
    void theHeadIsAppendedEachTimeItHasMovedAndOnlyForItsOwnerToRead() throws IOException {
        Path file = folder.resolve("log/heads.log");
        Witness witness =
                new Witness(journal, "me", Optional.of(new HeadFile(file, "rw-------")), Optional.empty(), "-", clock);
        witness.tell();
        assertThat(file).doesNotExist();
        happens();
        witness.tell();
        witness.tell();
        happens();
        happens();
        witness.tell();
        assertThat(HeadFile.read(file, "me")).extracting(HeadLine::seq).containsExactly(1L, 3L);
        assertThat(HeadFile.read(file, "another")).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
