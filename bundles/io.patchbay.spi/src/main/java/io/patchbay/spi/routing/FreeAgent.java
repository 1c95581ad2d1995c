// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.routing;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.WorkKind;
import java.time.Instant;
import java.util.HashSet;
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
     * @return true if he has room, the skills, is not barred and is one of those it waits for, if it waits for some
     */
    public boolean fits(Waiting contact) {
        if (!open.contains(contact.kind())
                || contact.barred().contains(agent)
                || (!contact.only().isEmpty() && !contact.only().contains(agent))) {
            return false;
        }
        return !contact.only().isEmpty() || hasSkills(contact.needs());
    }

    /** Whether he has room and skills, whoever bars him. */
    boolean suits(WorkKind kind, Map<SkillId, Integer> needs) {
        return open.contains(kind) && hasSkills(needs);
    }

    /**
     * His primary skills: those of his highest level.
     *
     * @return at least one, unless he has none at all
     */
    public Set<SkillId> primary() {
        int highest = highest();
        Set<SkillId> primary = new HashSet<>();
        for (Map.Entry<SkillId, Integer> skill : skills.entrySet()) {
            if (skill.getValue() == highest) {
                primary.add(skill.getKey());
            }
        }
        return primary;
    }

    /**
     * Whether a contact is what he is here for.
     *
     * @param contact one he fits
     * @return true if it asks for a primary skill of his or for no skill, or waits for him by name
     */
    public boolean primaryFor(Waiting contact) {
        if (!contact.only().isEmpty() || contact.needs().isEmpty()) {
            return true;
        }
        int highest = highest();
        for (SkillId need : contact.needs().keySet()) {
            if (skills.getOrDefault(need, 0) == highest) {
                return true;
            }
        }
        return false;
    }

    int highest() {
        int highest = 0;
        for (int level : skills.values()) {
            highest = Math.max(highest, level);
        }
        return highest;
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
