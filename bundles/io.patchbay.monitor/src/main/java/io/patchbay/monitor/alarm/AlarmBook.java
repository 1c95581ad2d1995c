// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.alarm;

import io.patchbay.api.alarm.Alarm;
import io.patchbay.api.alarm.Alarm.Severity;
import io.patchbay.api.health.HealthPart.Health;
import io.patchbay.api.health.HealthPart.Level;
import io.patchbay.api.id.Uuid7;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Makes alarms of what health says, look by look. Durations are monotonic: a clock that jumps raises and clears
 * nothing. Safe for any thread.
 */
public final class AlarmBook {
    private static final int MOST_PAST = 500;

    private AlarmRules rules;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Map<String, Matter> matters = new LinkedHashMap<>();
    private final Deque<Alarm> past = new ArrayDeque<>();

    /** What is or was lately wrong with one part. */
    private static final class Matter {
        private long wrongSince;
        private long wellSince;
        private boolean wrong;
        private Optional<Alarm> open = Optional.empty();
        private boolean told;
    }

    /** Nothing is wrong yet. */
    public AlarmBook(AlarmRules rules, InstantSource clock, LongSupplier nanos) {
        this.rules = rules;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Other rules count from now on. */
    public synchronized void change(AlarmRules other) {
        rules = other;
    }

    /** Takes over what was known before a restart. What was open has {@code grace} to be wrong again. */
    public synchronized void restore(Collection<Alarm> open, Collection<Alarm> over, Duration grace) {
        for (Alarm alarm : open) {
            Matter matter = new Matter();
            matter.open = Optional.of(alarm);
            matter.told = true;
            matter.wellSince = nanos.getAsLong() + grace.toNanos();
            matters.put(alarm.part(), matter);
        }
        over.stream().limit(MOST_PAST).forEach(past::addLast);
    }

    /** One look at all parts; what is not named is well. */
    public synchronized List<AlarmChange> look(List<Health> lines) {
        long now = nanos.getAsLong();
        List<AlarmChange> changes = new ArrayList<>();
        Map<String, Health> wrong = new LinkedHashMap<>();
        for (Health line : lines) {
            if (line.level() == Level.DEGRADED || line.level() == Level.DOWN) {
                wrong.merge(line.part(), line, (one, other) -> one.level() == Level.DOWN ? one : other);
            }
        }
        wrong.forEach((part, line) -> wrong(matters.computeIfAbsent(part, key -> new Matter()), line, now)
                .ifPresent(changes::add));
        matters.forEach((part, matter) -> {
            if (!wrong.containsKey(part)) {
                well(matter, now).ifPresent(changes::add);
            }
        });
        matters.values().removeIf(matter -> matter.open.isEmpty() && !matter.wrong && isQuietOver(matter, now));
        return changes;
    }

    private Optional<AlarmChange> wrong(Matter matter, Health line, long now) {
        if (!matter.wrong) {
            matter.wrong = true;
            matter.wrongSince = now;
        }
        Severity severity = line.level() == Level.DOWN ? Severity.CRITICAL : Severity.WARNING;
        if (matter.open.isPresent()) {
            return stillWrong(matter, matter.open.get(), line, severity);
        }
        if (now - matter.wrongSince < rules.raiseAfter().toNanos()) {
            return Optional.empty();
        }
        boolean again = matter.told && !isQuietOver(matter, now);
        matter.told = true;
        Alarm raised = new Alarm(
                Uuid7.at(clock.millis()).toString(),
                line.part(),
                severity,
                line.problem().orElseThrow(() -> new IllegalStateException(line.part() + " says no cause")),
                clock.instant(),
                Optional.empty(),
                Optional.empty());
        matter.open = Optional.of(raised);
        return Optional.of(new AlarmChange(AlarmChange.Kind.RAISED, raised, !again));
    }

    /** The words follow what is wrong now; worse is told, better is not. */
    private static Optional<AlarmChange> stillWrong(Matter matter, Alarm open, Health line, Severity severity) {
        boolean worse = severity.compareTo(open.severity()) > 0;
        Alarm now = new Alarm(
                open.id(),
                open.part(),
                worse ? severity : open.severity(),
                line.problem().orElse(open.problem()),
                open.raisedAt(),
                open.acknowledged(),
                Optional.empty());
        matter.open = Optional.of(now);
        return worse ? Optional.of(new AlarmChange(AlarmChange.Kind.ESCALATED, now, true)) : Optional.empty();
    }

    private Optional<AlarmChange> well(Matter matter, long now) {
        if (matter.wrong) {
            matter.wrong = false;
            matter.wellSince = now;
        }
        if (matter.open.isEmpty() || now - matter.wellSince < rules.clearAfter().toNanos()) {
            return Optional.empty();
        }
        Alarm open = matter.open.get();
        Alarm cleared = new Alarm(
                open.id(),
                open.part(),
                open.severity(),
                open.problem(),
                open.raisedAt(),
                open.acknowledged(),
                Optional.of(clock.instant()));
        matter.open = Optional.empty();
        past.addFirst(cleared);
        while (past.size() > MOST_PAST) {
            past.removeLast();
        }
        return Optional.of(new AlarmChange(AlarmChange.Kind.CLEARED, cleared, true));
    }

    private boolean isQuietOver(Matter matter, long now) {
        return now - matter.wellSince >= rules.quiet().toNanos();
    }

    /** Somebody looks after an alarm; empty if it is not open. The first one counts. */
    public synchronized Optional<AlarmChange> acknowledge(String id, String by) {
        for (Matter matter : matters.values()) {
            Optional<Alarm> meant = matter.open.filter(alarm -> alarm.id().equals(id));
            if (meant.isPresent()) {
                Alarm alarm = meant.get();
                Alarm now = new Alarm(
                        alarm.id(),
                        alarm.part(),
                        alarm.severity(),
                        alarm.problem(),
                        alarm.raisedAt(),
                        alarm.acknowledged().or(() -> Optional.of(new Alarm.Acknowledged(by, clock.instant()))),
                        Optional.empty());
                matter.open = Optional.of(now);
                return Optional.of(new AlarmChange(AlarmChange.Kind.ACKNOWLEDGED, now, false));
            }
        }
        return Optional.empty();
    }

    /** Those that are not over: critical ones first, then the newest. */
    public synchronized List<Alarm> open() {
        return matters.values().stream()
                .flatMap(matter -> matter.open.stream())
                .sorted(Comparator.comparing(Alarm::severity)
                        .thenComparing(Alarm::raisedAt)
                        .reversed())
                .toList();
    }

    /** Those that are over, the newest first. */
    public synchronized List<Alarm> past(int limit) {
        return past.stream().limit(limit).toList();
    }
}
