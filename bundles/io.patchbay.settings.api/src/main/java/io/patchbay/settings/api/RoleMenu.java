// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.api;

import io.patchbay.api.id.RoleId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What people of a role see in the rail and beside a contact, and in which order. It hides and orders; it never shows
 * what a right does not allow.
 *
 * @param role whose
 * @param rail paths of views, in order; views that are not named come after them in their usual order
 * @param hidden paths of views that are left out
 * @param panels names of desk panels, in order, likewise
 * @param hiddenPanels names of desk panels that are left out
 */
public record RoleMenu(
        RoleId role, List<String> rail, List<String> hidden, List<String> panels, List<String> hiddenPanels) {
    public RoleMenu {
        Objects.requireNonNull(role, "role");
        rail = List.copyOf(rail);
        hidden = List.copyOf(hidden);
        panels = List.copyOf(panels);
        hiddenPanels = List.copyOf(hiddenPanels);
    }

    /**
     * Its fields as commands and texts have them.
     *
     * @return {@code rail}, {@code hidden}, {@code panels}, {@code hiddenPanels}
     */
    public Map<String, Object> content() {
        return new TreeMap<>(Map.of("rail", rail, "hidden", hidden, "panels", panels, "hiddenPanels", hiddenPanels));
    }
}
