// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.routing;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.WorkKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Free agents in idle order, by what they have room for, by skill and by its level; primary skills apart. */
final class FreeAgents {
    private static final Comparator<FreeAgent> IDLE = FreeAgents::byIdleness;
    private static final int LEVELS = 11;

    private final Map<AgentId, FreeAgent> agents = new HashMap<>();
    private final Map<Set<WorkKind>, Room> rooms = new HashMap<>();

    void put(FreeAgent agent) {
        remove(agent.agent());
        agents.put(agent.agent(), agent);
        rooms.computeIfAbsent(agent.open(), open -> new Room()).add(agent);
    }

    void remove(AgentId agent) {
        FreeAgent old = agents.remove(agent);
        if (old != null) {
            rooms.get(old.open()).remove(old);
        }
    }

    Optional<FreeAgent> agent(AgentId agent) {
        return Optional.ofNullable(agents.get(agent));
    }

    Collection<FreeAgent> all() {
        return agents.values();
    }

    Stream<FreeAgent> fitting(Waiting contact) {
        if (!contact.only().isEmpty()) {
            return contact.only().stream()
                    .map(agents::get)
                    .filter(agent -> agent != null && agent.fits(contact))
                    .sorted(IDLE);
        }
        List<NavigableSet<FreeAgent>> groups = new ArrayList<>();
        rooms.forEach((open, room) -> {
            if (open.contains(contact.kind())) {
                room.collect(contact.needs(), groups);
            }
        });
        return Merged.stream(groups, IDLE, agent -> agent.fits(contact));
    }

    /** The longest idle of all who fit, or of those whose primary skill it asks for. */
    Optional<FreeAgent> first(Waiting contact, boolean primaryOnly) {
        if (!contact.only().isEmpty()
                || contact.needs().size() != 1
                || !contact.barred().isEmpty()) {
            return fitting(contact)
                    .filter(agent -> !primaryOnly || agent.primaryFor(contact))
                    .findFirst();
        }
        Map.Entry<SkillId, Integer> need = contact.needs().entrySet().iterator().next();
        FreeAgent first = null;
        for (Map.Entry<Set<WorkKind>, Room> room : rooms.entrySet()) {
            Ranked ranked = room.getKey().contains(contact.kind())
                    ? room.getValue().bySkill.get(need.getKey())
                    : null;
            if (ranked != null) {
                first = longerIdle(first, ranked.primaries.longestIdle(need.getValue()));
                first = primaryOnly ? first : longerIdle(first, ranked.others.longestIdle(need.getValue()));
            }
        }
        return Optional.ofNullable(first);
    }

    private static FreeAgent longerIdle(FreeAgent one, FreeAgent other) {
        return one == null || (other != null && IDLE.compare(other, one) < 0) ? other : one;
    }

    int spare(SkillId skill, WorkKind kind) {
        int spare = 0;
        for (Map.Entry<Set<WorkKind>, Room> room : rooms.entrySet()) {
            if (room.getKey().contains(kind)) {
                Ranked ranked = room.getValue().bySkill.get(skill);
                spare += ranked == null ? 0 : ranked.primaries.size;
            }
        }
        return spare;
    }

    private static int byIdleness(FreeAgent one, FreeAgent other) {
        int moments = one.idleSince().compareTo(other.idleSince());
        return moments != 0 ? moments : one.agent().compareTo(other.agent());
    }

    /** Those with room for the same. */
    private static final class Room {
        private final NavigableSet<FreeAgent> unskilled = new TreeSet<>(IDLE);
        private final Map<SkillId, Ranked> bySkill = new HashMap<>();

        void add(FreeAgent agent) {
            if (agent.skills().isEmpty()) {
                unskilled.add(agent);
            }
            int highest = agent.highest();
            for (Map.Entry<SkillId, Integer> skill : agent.skills().entrySet()) {
                bySkill.computeIfAbsent(skill.getKey(), any -> new Ranked())
                        .of(skill.getValue() == highest)
                        .add(agent, skill.getValue());
            }
        }

        void remove(FreeAgent agent) {
            unskilled.remove(agent);
            int highest = agent.highest();
            for (Map.Entry<SkillId, Integer> skill : agent.skills().entrySet()) {
                bySkill.get(skill.getKey()).of(skill.getValue() == highest).remove(agent, skill.getValue());
            }
        }

        /** The groups of the need that the fewest have, or everybody. */
        void collect(Map<SkillId, Integer> needs, List<NavigableSet<FreeAgent>> groups) {
            Ranked rarest = null;
            int least = 0;
            for (Map.Entry<SkillId, Integer> need : needs.entrySet()) {
                Ranked ranked = bySkill.get(need.getKey());
                if (ranked == null) {
                    return;
                }
                if (rarest == null || ranked.size() < rarest.size()) {
                    rarest = ranked;
                    least = need.getValue();
                }
            }
            if (rarest == null) {
                groups.add(unskilled);
                bySkill.values().forEach(ranked -> ranked.primaries.collect(1, groups));
            } else {
                rarest.collect(least, groups);
            }
        }
    }

    /** Those with the same room and skill; whose primary skill it is apart from the others. */
    private static final class Ranked {
        private final Levels primaries = new Levels();
        private final Levels others = new Levels();

        int size() {
            return primaries.size + others.size;
        }

        Levels of(boolean highest) {
            return highest ? primaries : others;
        }

        void collect(int least, List<NavigableSet<FreeAgent>> groups) {
            primaries.collect(least, groups);
            others.collect(least, groups);
        }
    }

    /**
     * Agents by level; how long the first of each has been idle lies beside, to look at no more of them than needed.
     */
    private static final class Levels {
        private static final long NOBODY = Long.MAX_VALUE;

        private final List<NavigableSet<FreeAgent>> levels = new ArrayList<>(LEVELS);
        private final long[] idleSince = new long[LEVELS];
        private int size;

        Levels() {
            for (int level = 0; level < LEVELS; level++) {
                levels.add(new TreeSet<>(IDLE));
            }
            Arrays.fill(idleSince, NOBODY);
        }

        void add(FreeAgent agent, int level) {
            levels.get(level).add(agent);
            idleSince[level] = Math.min(idleSince[level], millis(agent));
            size++;
        }

        void remove(FreeAgent agent, int level) {
            NavigableSet<FreeAgent> group = levels.get(level);
            group.remove(agent);
            if (idleSince[level] == millis(agent)) {
                idleSince[level] = group.isEmpty() ? NOBODY : millis(group.first());
            }
            size--;
        }

        private static long millis(FreeAgent agent) {
            return agent.idleSince().toEpochMilli();
        }

        /** Null if there is none. */
        FreeAgent longestIdle(int least) {
            FreeAgent longest = null;
            long since = NOBODY;
            for (int level = least; level < LEVELS; level++) {
                if (idleSince[level] != NOBODY && idleSince[level] <= since) {
                    FreeAgent first = levels.get(level).first();
                    longest = idleSince[level] < since ? first : longerIdle(longest, first);
                    since = idleSince[level];
                }
            }
            return longest;
        }

        void collect(int least, List<NavigableSet<FreeAgent>> groups) {
            for (int level = least; level < LEVELS; level++) {
                if (idleSince[level] != NOBODY) {
                    groups.add(levels.get(level));
                }
            }
        }
    }
}
