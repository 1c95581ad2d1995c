// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.queue;

import io.patchbay.api.id.SkillId;
import java.util.Objects;

/**
 * A skill.
 *
 * @param id the skill
 * @param name shown name, 1 to 80 characters
 */
public record Skill(SkillId id, String name) {
    public Skill {
        Objects.requireNonNull(id, "id");
        if (name.isBlank() || name.length() > 80) {
            throw new IllegalArgumentException("name must have 1 to 80 characters but is \"" + name + "\"");
        }
    }
}
