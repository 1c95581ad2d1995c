// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.settings.ParameterKind;
import io.patchbay.api.settings.ParameterType;
import io.patchbay.api.settings.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How often each agent calls out from his desk within an hour, and how often he may. Safe for any thread. */
public final class OutboundCap {
    /** Over which time calls are counted. */
    public static final Duration HOUR = Duration.ofHours(1);

    private static final long MOST = 1_000;

    /** How many calls an agent may make. */
    public static final ParameterType PER_HOUR = new ParameterType(
            "call.outbound-per-hour",
            new ParameterType.Words(
                    "Calls out by agent and hour",
                    "每坐席每小时外呼上限",
                    "So many calls an agent may make from the desk within any hour; 0 closes them.",
                    "坐席在任意一小时内可从工作台外呼的次数，0 表示不允许。"),
            new ParameterKind.Count(0, MOST, ""),
            60L,
            ParameterType.Reach.UNIT,
            Set.of());

    private final Map<AgentId, Deque<Instant>> made = new ConcurrentHashMap<>();
    private volatile Parameters parameters = Parameters.STANDARD;

    /**
     * No more for now.
     *
     * @param cap the most there may be
     * @param opensAt when the next is possible; empty if never
     */
    public record Full(long cap, Optional<Instant> opensAt) {}

    /** Where the cap is read from now on. */
    public void parameters(Parameters given) {
        parameters = given;
    }

    /** Calls of before the start. */
    public void made(Map<AgentId, List<Instant>> before) {
        before.forEach((agent, times) -> times.forEach(at -> made(agent, at)));
    }

    void made(AgentId agent, Instant at) {
        made.compute(agent, (id, times) -> {
            Deque<Instant> all = times == null ? new ArrayDeque<>() : times;
            all.addLast(at);
            return all;
        });
    }

    /** Whether an agent of a unit must wait. */
    Optional<Full> full(AgentId agent, UnitId unit, Instant now) {
        long cap = ((Number) parameters.value(PER_HOUR, unit)).longValue();
        List<Instant> lately = new ArrayList<>();
        made.computeIfPresent(agent, (id, times) -> {
            times.removeIf(at -> !at.plus(HOUR).isAfter(now));
            lately.addAll(times);
            return times.isEmpty() ? null : times;
        });
        if (lately.size() < cap) {
            return Optional.empty();
        }
        return Optional.of(new Full(
                cap,
                cap == 0
                        ? Optional.empty()
                        : Optional.of(lately.get((int) (lately.size() - cap)).plus(HOUR))));
    }
}
