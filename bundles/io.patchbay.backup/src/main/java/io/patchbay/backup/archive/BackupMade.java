// SPDX-License-Identifier: Apache-2.0
package io.patchbay.backup.archive;

import io.patchbay.store.copy.Copied;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A finished backup.
 *
 * @param file where it is
 * @param bytes its size
 * @param files how many files are in it beside the database
 * @param database what of the database is in it
 */
public record BackupMade(Path file, long bytes, int files, Copied database) {
    /** As the command's result. */
    public Map<String, Object> json() {
        return new TreeMap<>(Map.of(
                "file",
                file.toString(),
                "bytes",
                bytes,
                "files",
                files,
                "rows",
                database.rows(),
                "entries",
                database.head()));
    }
}
