// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.api;

import io.patchbay.api.id.RoleId;
import java.util.Collection;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Menus by role. Answers from memory; safe for any thread. */
@ProviderType
public interface Menus {
    /**
     * All menus.
     *
     * @return by role
     */
    List<RoleMenu> menus();

    /**
     * The rail of somebody: what any of his roles shows, in the order of the first role (by id) that has a menu.
     *
     * @param roles his
     * @param paths what he may open, in the usual order
     * @return these, without what all his roles hide
     */
    List<String> rail(Collection<RoleId> roles, List<String> paths);

    /**
     * The panels beside a contact, likewise.
     *
     * @param roles his
     * @param names of the panels that are there, in the usual order
     * @return these, without what all his roles hide
     */
    List<String> panels(Collection<RoleId> roles, List<String> names);
}
