// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.strategy;

import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.routing.strategy.Candidate.Turn;
import io.patchbay.spi.routing.Floor;
import io.patchbay.spi.routing.QueueGoal;
import io.patchbay.spi.routing.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** How long contacts can still wait until their goal is missed, and whether an agent may help out meanwhile. */
final class Slack {
    /** What a strategy says when somebody fits and is kept free. */
    static final String KEPT = "those who fit are kept free for their own / 合适的坐席为其主技能预留";

    /** How many stay free for a primary skill that is much asked for. */
    private static final int RESERVE = 3;

    /** Much asked for: two came within six times the goal. */
    private static final int OFTEN = 2;

    private static final int GOALS = 6;

    /** Who has just become free and is reserved helps once no more than this share of the goal is left. */
    private static final double HELP_SHARE = 0.5;

    /** Who is free already and reserved helps once no more than this share is left. */
    private static final double LAST_SHARE = 0.25;

    /** For a queue without a goal, as in tests. */
    private static final Duration USUAL = Duration.ofSeconds(20);

    private final Floor floor;
    private final Instant now;

    Slack(Floor floor, Instant now) {
        this.floor = floor;
        this.now = now;
    }

    long goalMillis(QueueId queue) {
        return floor.goal(queue).map(QueueGoal::answerWithin).orElse(USUAL).toMillis();
    }

    /** Less credit counts as come later, more does not make a contact late. */
    private long slackMillis(Waiting contact, long goalMillis) {
        Instant from = contact.priority() > 0 || contact.due() ? contact.since() : contact.counted();
        return goalMillis - (now.toEpochMilli() - from.toEpochMilli());
    }

    boolean late(Waiting contact, long goal) {
        return !contact.due() && contact.priority() <= 0 && slackMillis(contact, goal) < 0;
    }

    /** Contacts that count from here on can still be answered in time. */
    Instant earliestInTime(long goal) {
        return now.minusMillis(goal);
    }

    Candidate candidate(Set<SkillId> primary, Waiting contact, long goal) {
        long slack = slackMillis(contact, goal);
        return new Candidate(contact, turn(primary, contact, slack, goal), slack);
    }

    private Turn turn(Set<SkillId> primary, Waiting contact, long slack, long goal) {
        boolean his = his(primary, contact);
        if (contact.due()) {
            return Turn.DUE;
        } else if (contact.priority() > 0) {
            return his ? Turn.CREDIT : Turn.CREDIT_HELP;
        } else if (slack >= 0) {
            boolean helps = his || slack <= HELP_SHARE * goal || !reserved(primary, contact, goal);
            return his ? Turn.IN_TIME : helps ? Turn.IN_TIME_HELP : Turn.KEPT;
        }
        return his ? Turn.LATE : Turn.LATE_HELP;
    }

    private static boolean his(Set<SkillId> primary, Waiting contact) {
        if (!contact.only().isEmpty() || contact.needs().isEmpty()) {
            return true;
        }
        for (SkillId need : contact.needs().keySet()) {
            if (primary.contains(need)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a free agent may take a contact that does not ask for his primary skill. */
    boolean mayHelp(Set<SkillId> primary, Waiting contact) {
        long goal = goalMillis(contact.queue());
        return contact.due()
                || contact.priority() > 0
                || slackMillis(contact, goal) <= LAST_SHARE * goal
                || !reserved(primary, contact, goal);
    }

    /** One of the last who are free for a primary skill of his that is much asked for. */
    private boolean reserved(Set<SkillId> primary, Waiting contact, long goal) {
        Instant lately = now.minusMillis(GOALS * goal);
        for (SkillId skill : primary) {
            if (floor.spare(skill, contact.kind()) <= RESERVE && floor.arrivals(skill, lately) >= OFTEN) {
                return true;
            }
        }
        return false;
    }

    /** How many are free for the primary skill of his that has the fewest, he included. */
    int spare(Set<SkillId> primary, Waiting contact) {
        int fewest = Integer.MAX_VALUE;
        for (SkillId skill : primary) {
            fewest = Math.min(fewest, floor.spare(skill, contact.kind()));
        }
        return primary.isEmpty() ? 1 : fewest;
    }
}
