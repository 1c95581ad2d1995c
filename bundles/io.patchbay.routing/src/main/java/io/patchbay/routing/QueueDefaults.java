// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing;

import io.patchbay.api.id.UnitId;
import io.patchbay.api.settings.ParameterKind;
import io.patchbay.api.settings.ParameterType;
import io.patchbay.api.settings.Parameters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a queue has where whoever makes it does not say, by its unit. */
final class QueueDefaults {
    private static final ParameterType WITHIN = seconds(
            "queue.answer-within",
            new ParameterType.Words(
                    "Answer goal of new queues",
                    "新队列的接起目标",
                    "Within this time a contact shall be answered, unless the queue says otherwise.",
                    "新建队列未指定时，应在此时间内接起。"),
            new ParameterKind.Length(Duration.ofSeconds(1), Duration.ofHours(1)),
            20);
    private static final ParameterType RING = seconds(
            "queue.ring",
            new ParameterType.Words(
                    "Ring time of new queues",
                    "新队列的振铃时限",
                    "So long an offer rings, unless the queue says otherwise.",
                    "新建队列未指定时的振铃时长。"),
            new ParameterKind.Length(Duration.ofSeconds(5), Duration.ofMinutes(2)),
            15);
    private static final ParameterType WRAP_UP = seconds(
            "queue.wrap-up",
            new ParameterType.Words(
                    "Wrap-up limit of new queues",
                    "新队列的话后时限",
                    "So long wrap-up may take, unless the queue says otherwise.",
                    "新建队列未指定时的话后处理时限。"),
            new ParameterKind.Length(Duration.ofSeconds(10), Duration.ofMinutes(15)),
            60);

    private static final Map<String, ParameterType> FIELDS =
            Map.of("answerWithinSeconds", WITHIN, "ringSeconds", RING, "wrapUpSeconds", WRAP_UP);

    private final Parameters parameters;

    QueueDefaults(Parameters parameters) {
        this.parameters = parameters;
    }

    private static ParameterType seconds(
            String key, ParameterType.Words words, ParameterKind.Length kind, long standard) {
        return new ParameterType(key, words, kind, standard, ParameterType.Reach.UNIT, Set.of());
    }

    static List<ParameterType> types() {
        return List.of(WITHIN, RING, WRAP_UP);
    }

    /** A queue's fields with what is left out filled in. */
    Map<String, Object> filled(Map<String, Object> body) {
        Map<String, Object> filled = new TreeMap<>(body);
        UnitId unit = body.get("unit") instanceof String id && id.matches("[a-z0-9][a-z0-9._-]{0,63}")
                ? new UnitId(id)
                : UnitId.ROOT;
        FIELDS.forEach((field, type) -> filled.computeIfAbsent(field, name -> parameters.value(type, unit)));
        return filled;
    }
}
