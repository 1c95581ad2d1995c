// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.people;

import io.patchbay.api.id.RoleId;
import java.util.Objects;
import java.util.Set;

/**
 * A named set of permissions.
 *
 * @param id the role
 * @param name shown name, 1 to 80 characters
 * @param permissions declared permission keys
 */
public record Role(RoleId id, String name, Set<String> permissions) {
    public Role {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        permissions = Set.copyOf(permissions);
    }
}
