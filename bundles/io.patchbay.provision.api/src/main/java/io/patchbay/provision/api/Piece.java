// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision.api;

import java.util.Locale;
import java.util.Objects;

/**
 * One thing a feature brings.
 *
 * @param kind what sort of thing
 * @param name the channel's key, the command's name, the bundle's symbolic name and so on
 * @param bundle the symbolic name of the bundle that brings it
 */
public record Piece(Kind kind, String name, String bundle) {
    public Piece {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(bundle, "bundle");
    }

    /** The sorts of things, in the order people are shown them. */
    public enum Kind {
        /** A channel. */
        CHANNEL,
        /** A view of the console. */
        VIEW,
        /** A panel of the desk. */
        PANEL,
        /** A command. */
        COMMAND,
        /** Routes. */
        ROUTES,
        /** An address of HTTP. */
        ADDRESS,
        /** A table of the database; it stays when the feature goes. */
        TABLE,
        /** A bundle. */
        BUNDLE;

        /**
         * The name on the wire.
         *
         * @return lower-case name
         */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
