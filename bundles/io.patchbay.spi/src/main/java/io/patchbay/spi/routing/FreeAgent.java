// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.routing;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.WorkKind;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * An agent who could take something now.
 *
 * @param agent who
 * @param skills his skills with levels 1 to 10
 * @param open the kinds of work he has room for; never empty
 * @param load how many contacts he has now
 * @param idleSince since when he has been ready without a new contact
 */
public record FreeAgent(AgentId agent, Map<SkillId, Integer> skills, Set<WorkKind> open, int load, Instant idleSince) {
    public FreeAgent {
        Objects.requireNonNull(agent, "agent");
        skills = Map.copyOf(skills);
        open = Set.copyOf(open);
        Objects.requireNonNull(idleSince, "idleSince");
    }

    /**
     * Whether he may take a contact.
     *
     * @param contact a waiting contact
     * @return true if he has room, the skills, is not barred and is the one it waits for, if it waits for one
     */
    public boolean fits(Waiting contact) {
        if (!open.contains(contact.kind())
                || contact.barred().contains(agent)
                || (contact.only().isPresent() && !contact.only().get().equals(agent))) {
            return false;
        }
        return contact.only().isPresent() || hasSkills(contact.needs());
    }

    private boolean hasSkills(Map<SkillId, Integer> needs) {
        for (Map.Entry<SkillId, Integer> need : needs.entrySet()) {
            if (skills.getOrDefault(need.getKey(), 0) < need.getValue()) {
                return false;
            }
        }
        return true;
    }
}
