// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.store;

import io.patchbay.api.id.RoleId;
import io.patchbay.api.people.Role;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A role in its table. */
@Entity
@Table(name = "role")
public class RoleRow {
    @Id
    private String id;

    private String name;
    private String permissions;

    /** For EclipseLink. */
    protected RoleRow() {}

    RoleRow(Role role) {
        id = role.id().value();
        name = role.name();
        permissions = Words.of(role.permissions());
    }

    Role role() {
        return new Role(new RoleId(id), name, Words.set(permissions, text -> text));
    }
}
