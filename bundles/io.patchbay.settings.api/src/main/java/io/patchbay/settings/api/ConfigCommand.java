// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.api;

import io.patchbay.api.command.Command;
import java.util.Objects;

/** What is done with the configuration as a whole. */
public sealed interface ConfigCommand extends Command {
    /** The permission to read all of it. */
    String READ = "config.read";
    /** The permission to import and restore; each item needs its own permission too. */
    String IMPORT = "config.import";

    /** {@code config.export}: gives the configuration as {@code text}, and traces who took it. */
    record Export() implements ConfigCommand {}

    /**
     * {@code config.import}: makes the configuration as the text says, item by item, each by its own command and with
     * the actor's rights. A restore point is kept first. Nothing is changed if the text has a fault.
     *
     * @param text as exported
     * @param remove whether items that the text does not have are removed, within the parts that it has
     */
    record Import(String text, boolean remove) implements ConfigCommand {
        public Import {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * {@code config.point}: keeps a restore point.
     *
     * @param note why, up to 40 characters; may be empty
     */
    record KeepPoint(String note) implements ConfigCommand {}

    /**
     * {@code config.restore}: makes the configuration as a restore point says.
     *
     * @param point its name
     */
    record Restore(String point) implements ConfigCommand {}
}
