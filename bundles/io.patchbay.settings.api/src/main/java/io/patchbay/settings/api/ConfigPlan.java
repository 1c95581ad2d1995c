// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.api;

import java.util.List;

/**
 * What an import would do.
 *
 * @param faults what is wrong with the text; nothing is done while there is one
 * @param changes in the order in which they would be done
 */
public record ConfigPlan(List<ConfigFault> faults, List<ConfigChange> changes) {
    public ConfigPlan {
        faults = List.copyOf(faults);
        changes = List.copyOf(changes);
    }

    /**
     * Whether it would change nothing.
     *
     * @return true if text and system are equal
     */
    public boolean empty() {
        return faults.isEmpty() && changes.isEmpty();
    }
}
