// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import java.util.List;
import java.util.Objects;
import org.osgi.service.component.ComponentServiceObjects;

/**
 * Services that are made when they are first asked for, not when they come. Handlers of commands may need the door they
 * stand behind: made while the door itself is made, they and the door would wait for each other.
 */
final class LateServices<S> {
    private List<ComponentServiceObjects<S>> seen = List.of();
    private List<S> made = List.of();

    /**
     * All of them.
     *
     * @param present as they stand now; a new list whenever one comes or goes
     * @return the services, without those that went meanwhile
     */
    synchronized List<S> of(List<ComponentServiceObjects<S>> present) {
        if (seen != present) {
            made = present.stream()
                    .map(ComponentServiceObjects::getService)
                    .filter(Objects::nonNull)
                    .toList();
            seen = present;
        }
        return made;
    }
}
