// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Where this installation keeps its files: the folder given by {@code --home}. The folders exist. */
@ProviderType
public interface Home {
    /**
     * The home itself.
     *
     * @return an absolute path
     */
    Path root();

    /**
     * Configuration files, seeded once and then the operator's.
     *
     * @return {@code etc}
     */
    default Path etc() {
        return root().resolve("etc");
    }

    /**
     * Databases, indexes and caches.
     *
     * @return {@code data}
     */
    default Path data() {
        return root().resolve("data");
    }

    /**
     * Log files.
     *
     * @return {@code log}
     */
    default Path log() {
        return root().resolve("log");
    }

    /**
     * Route files.
     *
     * @return {@code routes}
     */
    default Path routes() {
        return root().resolve("routes");
    }

    /**
     * Sealed recordings.
     *
     * @return {@code recordings}
     */
    default Path recordings() {
        return root().resolve("recordings");
    }

    /**
     * Keys; readable by Patchbay's account alone.
     *
     * @return {@code keys}
     */
    default Path keys() {
        return root().resolve("keys");
    }
}
