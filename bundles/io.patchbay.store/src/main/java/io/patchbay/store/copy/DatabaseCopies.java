// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.copy;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Copies of the whole database while Patchbay runs. Safe for any thread; one runs at a time and blocks until it is
 * done. Every row of a copy is compared with the original, and the journal's chain is recomputed in it.
 */
@ProviderType
public interface DatabaseCopies {
    /**
     * The database as it is at one moment, in an H2 file. Nobody waits for it.
     *
     * @param file which must not exist; its name ends in {@code .mv.db}
     * @return what is in it
     * @throws CopyFailed in words; no file is left then
     */
    Copied snapshot(Path file);

    /**
     * The database as it is at one moment, in another database. Nobody waits for it, and Patchbay stays where it is.
     *
     * @param target empty, or an earlier copy of this database, which is then brought up to date
     * @return what is in it
     * @throws CopyFailed in words; a half-filled target can be filled on
     */
    Copied copy(CopyTarget target);

    /**
     * Copies and goes over: what came while it copied follows while nobody can write (some seconds; calls go on,
     * nothing new is acknowledged), then {@code etc/io.patchbay.store.cfg} names the target, and everything that uses
     * the database starts anew on it.
     *
     * @param target as for {@link #copy}
     * @return what is in it
     * @throws CopyFailed in words; Patchbay then goes on where it is
     */
    Copied goOver(CopyTarget target);
}
