// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.database;

import io.patchbay.store.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** A home in a folder; in Karaf it is {@code karaf.base}. */
@Component(service = Home.class)
public final class DirectoryHome implements Home {
    private final Path root;

    /** The home of the running Karaf. */
    @Activate
    public DirectoryHome() {
        this(Path.of(System.getProperty("karaf.base")));
    }

    /**
     * A home in a folder.
     *
     * @param root made if missing
     */
    public DirectoryHome(Path root) {
        this.root = root.toAbsolutePath().normalize();
        try {
            for (Path folder : List.of(etc(), data(), log(), recordings(), keys())) {
                Files.createDirectories(folder);
            }
            if (Files.getFileStore(keys()).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(keys(), PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("home " + root + " cannot be made", e);
        }
    }

    @Override
    public Path root() {
        return root;
    }
}
