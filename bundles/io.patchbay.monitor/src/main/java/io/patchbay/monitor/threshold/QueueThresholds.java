// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.threshold;

import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.settings.ParameterKind;
import io.patchbay.api.settings.ParameterType;
import io.patchbay.api.settings.Parameters;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The bounds of a queue's figures, each a parameter of the queue or its unit; 0 asks for none. */
public final class QueueThresholds {
    private static final ParameterType LEVEL = count(
            "alarm.queue-service-level",
            "%",
            100,
            new ParameterType.Words(
                    "Alarm: service level below",
                    "告警：服务水平低于",
                    "Below this share of the last 30 minutes, with 10 contacts or more, there is an alarm; 0 for none.",
                    "近 30 分钟服务水平低于此值（至少 10 个会话）时告警；0 为不告警。"));
    private static final ParameterType WAIT = new ParameterType(
            "alarm.queue-longest-wait",
            new ParameterType.Words(
                    "Alarm: longest wait above",
                    "告警：最长等待超过",
                    "When a contact waits longer there is an alarm; 0 for none.",
                    "有会话等待超过此时长时告警；0 为不告警。"),
            new ParameterKind.Length(Duration.ZERO, Duration.ofDays(7)),
            0,
            ParameterType.Reach.QUEUE,
            Set.of());
    private static final ParameterType WAITING = count(
            "alarm.queue-waiting",
            "",
            100_000,
            new ParameterType.Words(
                    "Alarm: waiting above",
                    "告警：等待数超过",
                    "When more contacts wait there is an alarm; 0 for none.",
                    "等待的会话多于此数时告警；0 为不告警。"));
    private static final ParameterType ABANDONED = count(
            "alarm.queue-abandoned",
            "%",
            100,
            new ParameterType.Words(
                    "Alarm: abandoned above",
                    "告警：放弃率超过",
                    "Above this share of the last 30 minutes, with 10 contacts or more, there is an alarm; 0 for none.",
                    "近 30 分钟放弃率超过此值（至少 10 个会话）时告警；0 为不告警。"));
    private static final ParameterType READY = count(
            "alarm.queue-ready",
            "",
            10_000,
            new ParameterType.Words(
                    "Alarm: free agents below",
                    "告警：空闲坐席少于",
                    "When fewer agents could take a contact at once there is an alarm; 0 for none.",
                    "可立即接待的坐席少于此数时告警；0 为不告警。"));

    private final Parameters parameters;
    private final QueueSettings queue;

    QueueThresholds(Parameters parameters, QueueSettings queue) {
        this.parameters = parameters;
        this.queue = queue;
    }

    /** What may be set. */
    public static List<ParameterType> types() {
        return List.of(LEVEL, WAIT, WAITING, ABANDONED, READY);
    }

    private static ParameterType count(String key, String unit, long most, ParameterType.Words words) {
        return new ParameterType(
                key, words, new ParameterKind.Count(0, most, unit), 0, ParameterType.Reach.QUEUE, Set.of());
    }

    private long value(ParameterType type) {
        return ((Number) parameters.value(type, queue.unit(), queue.id())).longValue();
    }

    long levelPercent() {
        return value(LEVEL);
    }

    long waitSeconds() {
        return value(WAIT);
    }

    long waiting() {
        return value(WAITING);
    }

    long abandonedPercent() {
        return value(ABANDONED);
    }

    long ready() {
        return value(READY);
    }
}
