// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.database;

import io.patchbay.store.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The changelogs that ever ran here, in {@code data/changelogs/OWNER/}: another database gets the same tables from
 * them, also those of features that are not installed now.
 */
public final class Changelogs {
    private final Path folder;

    Changelogs(Path folder) {
        this.folder = folder;
    }

    void keep(String owner, String changelog, byte[] text) throws IOException {
        Path file = folder.resolve(owner).resolve(changelog);
        if (!Files.exists(file) || Files.size(file) != text.length) {
            Files.createDirectories(file.getParent());
            Files.write(file, text);
        }
    }

    /**
     * Makes the same tables elsewhere.
     *
     * @param migrations of the other database
     */
    public void runOn(Migrations migrations) {
        try (Stream<Path> owners = Files.list(folder)) {
            for (Path owner : owners.sorted().toList()) {
                for (Path changelog : files(owner)) {
                    try (URLClassLoader resources =
                            new URLClassLoader(new URL[] {owner.toUri().toURL()}, null)) {
                        migrations.migrate(
                                owner.getFileName().toString(),
                                resources,
                                owner.relativize(changelog).toString());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("changelogs in " + folder + " cannot be read", e);
        }
    }

    private static List<Path> files(Path owner) throws IOException {
        try (Stream<Path> files = Files.walk(owner)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
