// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision.container;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A Karaf archive: a zip with {@code repository/} in the layout of Maven, feature files among it. */
final class Archive {
    private static final String REPOSITORY = "repository/";
    private static final int HEAD = 1024;

    private Archive() {}

    /**
     * Unpacks one.
     *
     * @return its feature files
     */
    static List<URI> unpack(Path archive, Path into) throws IOException {
        List<URI> features = new ArrayList<>();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory() && entry.getName().startsWith(REPOSITORY)) {
                    Path target = into.resolve(entry.getName().substring(REPOSITORY.length()))
                            .normalize();
                    if (!target.startsWith(into)) {
                        throw new IOException("its entry " + entry.getName() + " leads out of it");
                    }
                    Files.createDirectories(target.getParent());
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
                    }
                    if (isFeatures(target)) {
                        features.add(target.toUri());
                    }
                }
            }
        }
        if (features.isEmpty()) {
            throw new IOException("it holds no feature file under " + REPOSITORY);
        }
        return features;
    }

    private static boolean isFeatures(Path file) throws IOException {
        if (!file.toString().endsWith(".xml")) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).contains("<features");
        }
    }
}
