// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.health;

import io.patchbay.api.command.Problem;
import io.patchbay.api.health.HealthPart.Health;
import io.patchbay.api.health.HealthPart.Level;
import io.patchbay.api.measure.Meter;
import io.patchbay.api.measure.MeterSource;
import io.patchbay.monitor.metric.Taken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Figures that may not be above, below, or growing: what of the metrics is an alarm. Called by one thread. */
public final class Limits {
    private static final Duration HOLD = Duration.ofSeconds(4);

    private final long journalBehind;
    private final Duration remembered;
    private final LongSupplier nanos;
    private final Map<String, Long> overSince = new HashMap<>();
    private final Map<String, Growth> growths = new HashMap<>();

    private record Growth(double value, Optional<Long> grewAt, double by) {}

    /**
     * Nothing is known yet.
     *
     * @param journalBehind most entries that a projection may be behind
     * @param remembered how long something that grew stays wrong
     */
    public Limits(long journalBehind, Duration remembered, LongSupplier nanos) {
        this.journalBehind = journalBehind;
        this.remembered = remembered;
        this.nanos = nanos;
    }

    /** One line for each figure that is out of bounds. */
    public List<Health> lines(List<MeterSource> sources) {
        List<Health> lines = new ArrayList<>();
        for (MeterSource source : sources) {
            Taken.of(source)
                    .values()
                    .forEach((meter, values) -> values.forEach((tags, value) -> {
                        if (value instanceof Double figure) {
                            check(meter, tags, figure).ifPresent(lines::add);
                        }
                    }));
        }
        return lines;
    }

    private Optional<Health> check(Meter meter, List<String> tags, double value) {
        return switch (meter.name()) {
            case "patchbay_journal_follower_behind_entries" -> behind(tags.get(0), value);
            case "patchbay_database_threads_waiting" -> poolEmpty(value);
            case "patchbay_recorder_lost_seconds_total" -> soundLost(value);
            case "patchbay_dead_letters_added_total" -> deadLetters(value);
            case "patchbay_media_ticks_skipped_total" -> mixesSkipped(value);
            default -> Optional.empty();
        };
    }

    private Optional<Health> behind(String follower, double entries) {
        return held(
                "journal:" + follower,
                entries > journalBehind,
                Problem.of(
                        "journal-behind",
                        "The projection \"{0}\" is {1} entries behind the journal: lists and reports are old. Look into the log for"
                                + " what it waits for; it catches up by itself.",
                        "投影“{0}”落后流水 {1} 条，列表和报表不是最新。请在日志中查看其等待原因，恢复后会自动赶上。",
                        follower,
                        String.valueOf((long) entries)));
    }

    private Optional<Health> poolEmpty(double waiting) {
        return held(
                "database:pool",
                waiting > 0,
                Problem.of(
                        "pool-empty",
                        "{0} threads wait for a database connection. The database is slow, or poolSize in"
                                + " etc/io.patchbay.store.cfg is too small.",
                        "{0} 个线程在等待数据库连接。数据库响应缓慢，或 etc/io.patchbay.store.cfg 中的 poolSize 过小。",
                        String.valueOf((long) waiting)));
    }

    private Optional<Health> soundLost(double seconds) {
        return grew(
                "recorder:lost",
                seconds,
                by -> Problem.of(
                        "sound-lost",
                        "{0} s of recorded sound were lost: the disk of recordings is too slow. Calls go on.",
                        "丢失了 {0} 秒录音：录音磁盘过慢。通话不受影响。",
                        String.valueOf((long) by)));
    }

    private Optional<Health> deadLetters(double letters) {
        return grew(
                "dead-letters",
                letters,
                by -> Problem.of(
                        "dead-letters",
                        "{0} exchanges of routes failed for good and are dead letters. See what failed and send them again:"
                                + " console, Routes, or patchbay:dead-letters.",
                        "{0} 个路由消息最终失败，已成为死信。请在控制台“路由”或 patchbay:dead-letters 中查看原因并重发。",
                        String.valueOf((long) by)));
    }

    private Optional<Health> mixesSkipped(double ticks) {
        return grew(
                "media:late",
                ticks,
                by -> Problem.of(
                        "media-late",
                        "The machine was so busy that {0} ticks of sound were left out: callers hear gaps. Give it more CPU.",
                        "机器过忙，{0} 个语音周期被跳过，通话会有断续。请增加 CPU。",
                        String.valueOf((long) by)));
    }

    private Optional<Health> held(String part, boolean over, Problem problem) {
        if (!over) {
            overSince.remove(part);
            return Optional.empty();
        }
        long since = overSince.computeIfAbsent(part, key -> nanos.getAsLong());
        return nanos.getAsLong() - since >= HOLD.toNanos()
                ? Optional.of(new Health(part, Level.DEGRADED, Optional.of(problem)))
                : Optional.empty();
    }

    private interface Words {
        Problem of(double by);
    }

    /** Wrong from the moment it grows until it has not grown for a while; what was there at first is not counted. */
    private Optional<Health> grew(String part, double value, Words words) {
        long now = nanos.getAsLong();
        Growth before = growths.getOrDefault(part, new Growth(value, Optional.empty(), 0));
        boolean recent =
                before.grewAt.filter(at -> now - at < remembered.toNanos()).isPresent();
        double by = recent ? before.by : 0;
        Growth after = value > before.value
                ? new Growth(value, Optional.of(now), by + value - before.value)
                : new Growth(value, recent ? before.grewAt : Optional.empty(), by);
        growths.put(part, after);
        return after.grewAt.isPresent()
                ? Optional.of(new Health(part, Level.DEGRADED, Optional.of(words.of(after.by))))
                : Optional.empty();
    }
}
