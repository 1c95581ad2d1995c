// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.strategy;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.SkillId;
import io.patchbay.spi.routing.Choice;
import io.patchbay.spi.routing.ContactId;
import io.patchbay.spi.routing.Floor;
import io.patchbay.spi.routing.FreeAgent;
import io.patchbay.spi.routing.RoutingStrategy;
import io.patchbay.spi.routing.Waiting;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The default. A free agent takes what is due, then what has credit, then what he is best at while its goal can still
 * be kept, then what needs his help to keep its goal, then what is late. A contact takes an agent whose primary skill
 * it asks for; others help out unless they are the last who are free for a skill that is much asked for: see
 * {@link Slack}.
 */
public final class SlackFirst implements RoutingStrategy {
    /** Most agents who are compared to find the one who is missed least. */
    private static final int COMPARED = 32;

    /** Made by the routing engine, and by tests. */
    public SlackFirst() {}

    @Override
    public Choice<ContactId> contactFor(FreeAgent agent, Floor floor, Instant now) {
        Slack slack = new Slack(floor, now);
        Set<SkillId> primary = agent.primary();
        Candidate best = null;
        for (Floor.Line line : floor.lines(agent)) {
            Waiting head = line.first(agent).orElse(null);
            if (head == null) {
                continue;
            }
            long goal = slack.goalMillis(line.queue());
            Waiting inTime = slack.late(head, goal)
                    ? line.firstFrom(agent, slack.earliestInTime(goal)).orElse(null)
                    : null;
            Candidate candidate = slack.candidate(primary, inTime == null ? head : inTime, goal);
            best = better(best, candidate.taken() || inTime == null ? candidate : slack.candidate(primary, head, goal));
        }
        return best == null || !best.taken()
                ? new Choice.Leave<>(best == null ? "nothing waits that fits / 没有合适的会话" : Slack.KEPT)
                : new Choice.Take<>(best.contact().id(), best.reason());
    }

    private static Candidate better(Candidate one, Candidate other) {
        return one == null || other.compareTo(one) < 0 ? other : one;
    }

    @Override
    public Choice<AgentId> agentFor(Waiting contact, Floor floor, Instant now) {
        Optional<FreeAgent> primary = floor.primaryFor(contact);
        if (primary.isPresent()) {
            long idle = FirstInRank.seconds(primary.get().idleSince(), now);
            return new Choice.Take<>(
                    primary.get().agent(), "primary skill, idle longest (" + idle + " s) / 主技能，空闲最久（" + idle + " 秒）");
        }
        return helper(contact, floor, new Slack(floor, now));
    }

    /** Of those who could help out, one of the longest idle whose own contacts will miss him least. */
    private static Choice<AgentId> helper(Waiting contact, Floor floor, Slack slack) {
        FreeAgent helper = null;
        int most = 0;
        boolean kept = false;
        try (Stream<FreeAgent> fitting = floor.agentsFor(contact).limit(COMPARED)) {
            for (Iterator<FreeAgent> each = fitting.iterator(); each.hasNext(); ) {
                FreeAgent agent = each.next();
                Set<SkillId> primary = agent.primary();
                int spare = slack.spare(primary, contact);
                if (spare > most && slack.mayHelp(primary, contact)) {
                    helper = agent;
                    most = spare;
                } else {
                    kept = true;
                }
            }
        }
        if (helper != null) {
            return new Choice.Take<>(helper.agent(), "helps out, " + most + " free beside / 支援，同组空闲 " + most + " 人");
        }
        return kept ? new Choice.Leave<>(Slack.KEPT) : FirstInRank.nobody();
    }
}
