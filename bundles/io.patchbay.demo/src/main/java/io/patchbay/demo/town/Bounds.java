// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town;

import io.patchbay.demo.api.TownState.Halt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the town may use at most: contacts of this home in all, and disk. */
final class Bounds {
    /** Most contacts in one home; about 200 MB of journal and projections. */
    static final long MOST_CONTACTS = 20_000;
    /** Most open at once; who comes beyond it finds no telephone box free. */
    static final int MOST_OPEN = 80;

    private static final long MOST_RECORDED = 1L << 30;
    private static final long LEAST_FREE = 1L << 30;

    private final Path home;
    private volatile boolean full;

    Bounds(Path home) {
        this.home = home;
    }

    /** Looks at the disk again. */
    void look() {
        try {
            full = Files.getFileStore(home).getUsableSpace() < LEAST_FREE
                    || size(home.resolve("recordings")) > MOST_RECORDED;
        } catch (IOException | UncheckedIOException e) {
            full = true; // what cannot be looked at is not written to
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    Halt halt(long contacts) {
        return contacts >= MOST_CONTACTS ? Halt.CONTACTS : full ? Halt.DISK : Halt.NONE;
    }
}
