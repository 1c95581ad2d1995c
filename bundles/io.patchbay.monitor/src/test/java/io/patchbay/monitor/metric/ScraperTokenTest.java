// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScraperTokenTest {
    @TempDir
    private Path keys;

    @Test
    void theFileIsMadeOnceAndReadableByPatchbayAlone() throws IOException {
        ScraperToken token = new ScraperToken(keys);
        Path file = keys.resolve("metrics.token");
        String made = Files.readString(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(token.is(made.strip())).isTrue();
        assertThat(token.is("")).isFalse();
        assertThat(token.is(made.strip() + "0")).isFalse();
        assertThat(new ScraperToken(keys).is(made.strip())).isTrue();
        assertThat(Files.readString(file)).isEqualTo(made);
    }

    @Test
    void anotherTokenCountsAtOnceAndNoFileMeansNobody() throws IOException {
        ScraperToken token = new ScraperToken(keys);
        Files.writeString(keys.resolve("metrics.token"), "mine\n");
        assertThat(token.is("mine")).isTrue();
        Files.delete(keys.resolve("metrics.token"));
        assertThat(token.is("mine")).isFalse();
    }
}
