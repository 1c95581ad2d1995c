// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.journal;

import io.patchbay.api.measure.Histogram;
import io.patchbay.api.measure.Meter;
import io.patchbay.api.measure.Readings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Figures of the journal. The writer adds, any thread reads. */
final class JournalMeters {
    private static final Meter HEAD = Meter.gauge("patchbay_journal_head", "Number of the newest committed entry");
    private static final Meter GROUP =
            Meter.histogram("patchbay_journal_group_entries", "Entries that were committed together");
    private static final Meter COMMIT =
            Meter.histogram("patchbay_journal_commit_seconds", "Time to write, commit and force one group of entries");
    private static final Meter WAITED = Meter.histogram(
            "patchbay_journal_wait_seconds", "Time from handing entries to the journal until they were durable");
    private static final Meter FAILED =
            Meter.counter("patchbay_journal_commit_failures_total", "Attempts to commit that the database refused");
    private static final Meter AGE =
            Meter.gauge("patchbay_journal_last_commit_age_seconds", "Time since the last commit, 0 before the first");
    private static final Meter PENDING =
            Meter.gauge("patchbay_journal_pending_entries", "Entries that wait for the writer");
    private static final Meter STUCK =
            Meter.gauge("patchbay_journal_stuck", "1 while the journal is so far behind that new contacts are refused");
    private static final Meter BEHIND = Meter.gauge(
            "patchbay_journal_follower_behind_entries", "Entries that a projection has not taken yet", "follower");
    private static final Meter FAILING =
            Meter.gauge("patchbay_journal_follower_failing", "1 while a projection fails and tries on", "follower");
    private static final double NANOS = 1e9;

    private final Histogram groups = new Histogram(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000);
    private final Histogram commits = Histogram.ofLatencies();
    private final Histogram waits = Histogram.ofLatencies();
    private final LongAdder failures = new LongAdder();
    private volatile long committedAtNanos;

    static List<Meter> meters() {
        return List.of(HEAD, GROUP, COMMIT, WAITED, FAILED, AGE, PENDING, STUCK, BEHIND, FAILING);
    }

    void committed(int entries, long beganNanos) {
        long now = System.nanoTime();
        groups.add(entries);
        commits.add(Duration.ofNanos(now - beganNanos));
        committedAtNanos = now;
    }

    void durable(long sinceNanos) {
        waits.add(Duration.ofNanos(System.nanoTime() - sinceNanos));
    }

    void failed() {
        failures.increment();
    }

    void measure(SqlJournal journal, int pending, Readings readings) {
        readings.value(HEAD, journal.head());
        readings.spread(GROUP, groups.spread());
        readings.spread(COMMIT, commits.spread());
        readings.spread(WAITED, waits.spread());
        readings.value(FAILED, failures.sum());
        long last = committedAtNanos;
        readings.value(AGE, last == 0 ? 0 : (System.nanoTime() - last) / NANOS);
        readings.value(PENDING, pending);
        readings.value(STUCK, journal.overloaded().isPresent() ? 1 : 0);
        Map<String, String> failing = journal.failingFollowers();
        journal.behind().forEach((follower, behind) -> {
            readings.value(BEHIND, behind, follower);
            readings.value(FAILING, failing.containsKey(follower) ? 1 : 0, follower);
        });
    }
}
