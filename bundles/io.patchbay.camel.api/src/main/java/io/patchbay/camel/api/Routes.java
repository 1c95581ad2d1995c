// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** All routes of this node as they are now. Safe for any thread. */
@ProviderType
public interface Routes {
    /**
     * The contexts, one for each bundle and each route file. Answers at once.
     *
     * @return sorted by name
     */
    List<RouteContext> contexts();

    /**
     * The newest dead letters. Waits for the database.
     *
     * @param limit how many at most, 1 to 1,000
     * @return newest first
     */
    List<DeadLetter> deadLetters(int limit);

    /**
     * How many dead letters there are. Waits for the database.
     *
     * @return at most what the list may hold
     */
    int deadLetterCount();
}
