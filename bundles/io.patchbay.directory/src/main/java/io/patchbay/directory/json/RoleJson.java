// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.json;

import io.patchbay.api.id.RoleId;
import io.patchbay.api.people.Role;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A role as JSON values. */
public final class RoleJson {
    private RoleJson() {}

    /** All of a role. */
    public static Map<String, Object> of(Role role) {
        return Map.of(
                "role",
                role.id().value(),
                "name",
                role.name(),
                "permissions",
                List.<Object>copyOf(new TreeSet<>(role.permissions())));
    }

    /** Reads a role. */
    public static Role role(PeopleFields fields) {
        return new Role(new RoleId(fields.text("role")), fields.text("name"), fields.set("permissions", text -> text));
    }
}
