// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.queue;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.SkillId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Why a contact was taken or waits on: the step it was in, what that asked for, and who was looked at.
 *
 * @param step the step of its queue, from 1
 * @param steps how many steps the queue has
 * @param needs what the step asks for
 * @param waited how long it had waited, in whole seconds
 * @param choice what the strategy said: English, then {@code " / "}, then zh-CN, or one text for both; empty if nobody
 *     could be chosen
 * @param others up to {@value #NAMED} agents who were not chosen, the nearest to it first
 * @param counts how many agents were not chosen for each cause, those named included
 */
public record Why(
        int step,
        int steps,
        Map<SkillId, Integer> needs,
        Duration waited,
        String choice,
        List<Other> others,
        Map<Cause, Integer> counts) {
    /** Most agents named one by one. */
    public static final int NAMED = 5;

    public Why {
        needs = Map.copyOf(needs);
        Objects.requireNonNull(waited, "waited");
        Objects.requireNonNull(choice, "choice");
        others = List.copyOf(others);
        counts = Map.copyOf(counts);
    }

    /** Why an agent was not chosen; the nearest to being chosen first. */
    public enum Cause {
        /** He is the customer's own officer and has not what any step of the queue asks for. */
        OFFICER_OUTSIDE,
        /** He is the customer's own officer and takes nothing now. */
        OFFICER_AWAY,
        /** He could have taken it; the strategy preferred another. */
        BEHIND,
        /** He could have taken it and is kept free for others. */
        KEPT,
        /** He declined it a moment ago. */
        DECLINED,
        /** His telephone cannot be reached. */
        UNREACHABLE,
        /** He has no room for its kind of work. */
        BUSY,
        /** What he does must not be interrupted by it. */
        UNINTERRUPTED,
        /** He takes nothing now. */
        NOT_READY,
        /** He lacks a skill or its level. */
        SKILL,
        /** It is tried with somebody else alone. */
        NOT_PREFERRED
    }

    /**
     * An agent who was not chosen.
     *
     * @param agent who
     * @param cause why
     * @param detail what decides, for example {@code french 2 < 4}; may be empty
     */
    public record Other(AgentId agent, Cause cause, String detail) {
        public Other {
            Objects.requireNonNull(agent, "agent");
            Objects.requireNonNull(cause, "cause");
            Objects.requireNonNull(detail, "detail");
        }
    }

    /**
     * As journal entries have it.
     *
     * @return JSON values
     */
    public Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("step", step);
        body.put("steps", steps);
        Map<String, Object> asked = new TreeMap<>();
        needs.forEach((skill, level) -> asked.put(skill.value(), level));
        body.put("needs", asked);
        body.put("waited", (int) waited.toSeconds());
        body.put("choice", choice);
        List<Object> named = new ArrayList<>();
        others.forEach(one -> named.add(
                Map.of("agent", one.agent().value(), "cause", one.cause().name(), "detail", one.detail())));
        body.put("others", named);
        Map<String, Object> counted = new TreeMap<>();
        counts.forEach((cause, count) -> counted.put(cause.name(), count));
        body.put("counts", counted);
        return body;
    }

    /**
     * Reads what {@link #body} wrote.
     *
     * @param body JSON values
     * @return the same reasons
     */
    public static Why of(Map<?, ?> body) {
        Map<SkillId, Integer> needs = new TreeMap<>();
        ((Map<?, ?>) body.get("needs")).forEach((skill, level) -> needs.put(new SkillId((String) skill), whole(level)));
        List<Other> others = new ArrayList<>();
        for (Object one : (List<?>) body.get("others")) {
            Map<?, ?> other = (Map<?, ?>) one;
            others.add(new Other(
                    new AgentId((String) other.get("agent")), Cause.valueOf((String) other.get("cause")), (String)
                            other.get("detail")));
        }
        Map<Cause, Integer> counts = new TreeMap<>();
        ((Map<?, ?>) body.get("counts")).forEach((cause, n) -> counts.put(Cause.valueOf((String) cause), whole(n)));
        return new Why(
                whole(body.get("step")),
                whole(body.get("steps")),
                needs,
                Duration.ofSeconds(whole(body.get("waited"))),
                (String) body.get("choice"),
                others,
                counts);
    }

    private static int whole(Object number) {
        return ((Number) number).intValue();
    }
}
