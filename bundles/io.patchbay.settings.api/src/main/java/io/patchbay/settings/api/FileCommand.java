// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.api;

import io.patchbay.api.command.Command;
import java.util.Objects;

/** What is done with files of the home that are a part of the configuration's text: accounts, alarms, routes. */
public sealed interface FileCommand extends Command {
    /**
     * Which file.
     *
     * @return its name below the home, for example {@code etc/io.patchbay.channel.email-service.cfg}
     */
    String file();

    /**
     * {@code file.save}: writes it as a whole; it acts within 5 s. What its bundle refuses stays without effect, and
     * {@code GET /health} says why.
     *
     * @param file which
     * @param text what shall stand in it; where it has the exported reference of a secret, the secret stays
     */
    record SaveFile(String file, String text) implements FileCommand {
        public SaveFile {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(text, "text");
        }

        /** Hides the text, which may have secrets. */
        @Override
        public String toString() {
            return "SaveFile[" + file + "]";
        }
    }

    /**
     * {@code file.remove}: deletes it.
     *
     * @param file which
     */
    record RemoveFile(String file) implements FileCommand {}
}
