// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;

/**
 * Services that are got when they are needed, not when they come: the handlers of commands need this bundle's
 * components, which need the handlers of commands.
 */
final class Late<S> {
    private final Map<ServiceReference<S>, ComponentServiceObjects<S>> there = new ConcurrentHashMap<>();
    private final Map<ServiceReference<S>, S> got = new ConcurrentHashMap<>();

    void add(ComponentServiceObjects<S> came) {
        there.put(came.getServiceReference(), came);
    }

    void remove(ComponentServiceObjects<S> gone) {
        there.remove(gone.getServiceReference());
        S service = got.remove(gone.getServiceReference());
        if (service != null) {
            gone.ungetService(service);
        }
    }

    /** Those that are there now. */
    List<S> all() {
        return there.entrySet().stream()
                .map(one ->
                        got.computeIfAbsent(one.getKey(), key -> one.getValue().getService()))
                .filter(Objects::nonNull)
                .toList();
    }
}
