// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.threshold;

import io.patchbay.api.access.Scope;
import io.patchbay.api.alarm.AlarmSource;
import io.patchbay.api.command.Problem;
import io.patchbay.api.health.HealthPart.Health;
import io.patchbay.api.health.HealthPart.Level;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.queue.LiveQueues;
import io.patchbay.api.queue.QueueFigures;
import io.patchbay.api.queue.QueueFigures.Today;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.QueueTrend;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.settings.Parameters;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The queues whose figures are out of their bounds; a part is {@code queue:ID:FIGURE}. */
public final class QueueAlarms implements AlarmSource {
    /** A share of fewer contacts says nothing. */
    private static final int ENOUGH = 10;

    private static final double PERCENT = 100;

    private final LiveQueues live;
    private final Queues queues;
    private final Parameters parameters;
    private final InstantSource clock;

    /** Over the services of the core. */
    public QueueAlarms(LiveQueues live, Queues queues, Parameters parameters, InstantSource clock) {
        this.live = live;
        this.queues = queues;
        this.parameters = parameters;
        this.clock = clock;
    }

    @Override
    public List<Health> wrong() {
        Map<QueueId, QueueSettings> known = queues.queues(Scope.system()).stream()
                .collect(Collectors.toMap(QueueSettings::id, Function.identity()));
        List<Health> wrong = new ArrayList<>();
        for (QueueFigures figures : live.figures(Scope.system())) {
            QueueSettings queue = known.get(figures.queue());
            if (queue != null) {
                wrong.addAll(lines(figures, queue));
            }
        }
        return wrong;
    }

    private List<Health> lines(QueueFigures figures, QueueSettings queue) {
        QueueThresholds bounds = new QueueThresholds(parameters, queue);
        List<Health> lines = new ArrayList<>();
        level(figures, queue, bounds.levelPercent()).ifPresent(lines::add);
        wait(figures, queue, bounds.waitSeconds()).ifPresent(lines::add);
        waiting(figures, queue, bounds.waiting()).ifPresent(lines::add);
        abandoned(figures, queue, bounds.abandonedPercent()).ifPresent(lines::add);
        ready(figures, queue, bounds.ready()).ifPresent(lines::add);
        return lines;
    }

    private static Optional<Health> level(QueueFigures figures, QueueSettings queue, long percent) {
        return decided(figures)
                .flatMap(Today::serviceLevel)
                .map(level -> level * PERCENT)
                .filter(level -> level < percent)
                .map(level -> line(
                        queue,
                        "level",
                        "Service level of {0} is {1} %, below {2} %. Add agents or skills, or let it overflow.",
                        "{0} 服务水平 {1}%，低于 {2}%。请增派坐席、调整技能或开启溢出。",
                        Math.round(level),
                        percent));
    }

    private Optional<Health> wait(QueueFigures figures, QueueSettings queue, long seconds) {
        return figures.longestSince()
                .map(since -> Duration.between(since, clock.instant()).toSeconds())
                .filter(waited -> seconds > 0 && waited > seconds)
                .map(waited -> line(
                        queue,
                        "wait",
                        "A contact of {0} has waited longer than {2} s. Move it or give it credit.",
                        "{0} 有会话等待超过 {2} 秒。请转走或提前。",
                        waited,
                        seconds));
    }

    private static Optional<Health> waiting(QueueFigures figures, QueueSettings queue, long most) {
        return most > 0 && figures.waiting() > most
                ? Optional.of(line(
                        queue,
                        "waiting",
                        "{1} contacts wait in {0}, more than {2}. Add agents or skills, or let it overflow.",
                        "{0} 有 {1} 个会话等待，超过 {2}。请增派坐席、调整技能或开启溢出。",
                        figures.waiting(),
                        most))
                : Optional.empty();
    }

    private static Optional<Health> abandoned(QueueFigures figures, QueueSettings queue, long percent) {
        return decided(figures)
                .map(recent -> PERCENT * recent.abandoned() / (recent.answered() + recent.abandoned()))
                .filter(share -> percent > 0 && share > percent)
                .map(share -> line(
                        queue,
                        "abandoned",
                        "{1} % of the contacts of {0} left before an answer, more than {2} %.",
                        "{0} 放弃率 {1}%，超过 {2}%。",
                        Math.round(share),
                        percent));
    }

    private static Optional<Health> ready(QueueFigures figures, QueueSettings queue, long least) {
        return figures.ready() < least
                ? Optional.of(line(
                        queue,
                        "ready",
                        "{1} agents of {0} are free, fewer than {2}.",
                        "{0} 空闲坐席 {1} 人，少于 {2} 人。",
                        figures.ready(),
                        least))
                : Optional.empty();
    }

    /** The last half hour, if enough was answered or left in it. */
    private static Optional<Today> decided(QueueFigures figures) {
        return figures.trend()
                .map(QueueTrend::halfHour)
                .filter(recent -> recent.answered() + recent.abandoned() >= ENOUGH);
    }

    private static Health line(
            QueueSettings queue, String figure, String english, String chinese, long actual, long bound) {
        return new Health(
                "queue:" + queue.id() + ":" + figure,
                Level.DEGRADED,
                Optional.of(Problem.of(
                        "queue-" + figure,
                        english,
                        chinese,
                        queue.name(),
                        String.valueOf(actual),
                        String.valueOf(bound))));
    }
}
