// SPDX-License-Identifier: Apache-2.0
package io.patchbay.backup.api;

import io.patchbay.api.command.Command;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** What administrators do with the whole of the data. Each completes when it is done, which may take minutes. */
public sealed interface BackupCommand extends Command {
    /** The permission all of them need: whoever holds it can carry everything away. */
    String PERMISSION = "backup.make";

    /**
     * {@code backup.make}: one file with everything that a new machine needs, keys included. Its result has the file,
     * and how many bytes, files, rows and journal entries it holds.
     *
     * @param file which must not exist; empty for one in {@code HOME/backups} named after the time. On the wire it is a
     *     name there, never a path
     */
    record Make(Optional<Path> file) implements BackupCommand {
        public Make {
            Objects.requireNonNull(file, "file");
        }
    }

    /**
     * {@code keys.rotate}: a new master key in the place of the one there is, while everything goes on. With
     * {@code masterKeyCommand} it is the one that the command prints first now. Its result has {@code keys}, how many
     * were wrapped anew.
     */
    record RotateKeys() implements BackupCommand {}

    /**
     * {@code database.copy}: every row into another database, compared afterwards. Its result has {@code tables},
     * {@code rows} and {@code entries}.
     *
     * @param url JDBC address of PostgreSQL or H2
     * @param user who connects there
     * @param password his password; <code>${env:NAME}</code> is a variable of Patchbay's environment
     * @param goOver whether Patchbay then works on the copy; else what comes later is not in it
     */
    record CopyDatabase(String url, String user, String password, boolean goOver) implements BackupCommand {
        public CopyDatabase {
            Objects.requireNonNull(url, "url");
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(password, "password");
        }

        /** Without the password and the address's parameters, which may hold one. */
        @Override
        public String toString() {
            return "CopyDatabase[" + user + " at " + url.replaceFirst("[?;].*", "") + ", goOver=" + goOver + "]";
        }
    }
}
