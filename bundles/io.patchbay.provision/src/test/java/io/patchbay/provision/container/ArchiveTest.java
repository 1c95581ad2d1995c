// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    @TempDir
    Path folder;

    private Path archive(String... entries) throws IOException {
        Path file = folder.resolve("acme.kar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                String text = entry.endsWith("features.xml") ? "<features name=\"acme\"/>" : "<other/>";
                zip.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    @Test
    void itsRepositoryIsUnpackedAndItsFeatureFilesAreFound() throws IOException {
        Path into = folder.resolve("kar/acme");
        Path file = archive("META-INF/MANIFEST.MF", "repository/acme/1/acme-1.jar", "repository/acme/1/features.xml");
        assertThat(Archive.unpack(file, into))
                .containsExactly(into.resolve("acme/1/features.xml").toUri());
        assertThat(into.resolve("acme/1/acme-1.jar")).exists();
        assertThat(into.resolve("META-INF")).doesNotExist();
    }

    @Test
    void anEntryThatLeadsOutOfItIsRefused() throws IOException {
        Path file = archive("repository/../../../evil-features.xml");
        assertThatThrownBy(() -> Archive.unpack(file, folder.resolve("kar/acme")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("leads out of it");
        assertThat(folder.resolve("evil-features.xml")).doesNotExist();
    }

    @Test
    void anArchiveWithoutFeaturesIsRefused() throws IOException {
        Path file = archive("repository/acme/1/pom.xml");
        assertThatThrownBy(() -> Archive.unpack(file, folder.resolve("kar/acme")))
                .hasMessageContaining("no feature file");
    }
}
