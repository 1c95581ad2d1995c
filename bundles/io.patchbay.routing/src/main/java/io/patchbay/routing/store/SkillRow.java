// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.store;

import io.patchbay.api.id.SkillId;
import io.patchbay.api.queue.Skill;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A skill in its table. */
@Entity
@Table(name = "routing_skill")
public class SkillRow {
    @Id
    private String id;

    private String name;

    /** For EclipseLink. */
    protected SkillRow() {}

    SkillRow(Skill skill) {
        id = skill.id().value();
        name = skill.name();
    }

    Skill skill() {
        return new Skill(new SkillId(id), name);
    }
}
