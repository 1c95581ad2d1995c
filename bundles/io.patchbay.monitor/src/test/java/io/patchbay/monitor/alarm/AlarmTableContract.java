// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.alarm.Alarm;
import io.patchbay.api.command.Problem;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.FakeJournal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The alarms of the journal as rows, on one of the databases. */
abstract class AlarmTableContract {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    private PlainStore store;

    abstract PlainStore open();

    @BeforeEach
    void migrate() {
        store = open();
        store.migrations()
                .migrate("io.patchbay.monitor", AlarmTable.class.getClassLoader(), "io/patchbay/monitor/changelog.sql");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static AlarmChange change(AlarmChange.Kind kind, Alarm.Severity severity) {
        Alarm alarm = new Alarm(
                "a1",
                "disk:data",
                severity,
                new Problem("disk-full", "Full.", "满了。"),
                NOON,
                Optional.empty(),
                Optional.empty());
        return new AlarmChange(kind, alarm, true);
    }

    @Test
    void anAlarmsLifeIsOneRowAndTheCheckpointMovesWithIt() {
        AlarmTable table = new AlarmTable(store.database());
        FakeJournal journal = new FakeJournal();
        journal.follow("alarms", table.checkpoint(), table::take);
        journal.append(List.of(
                AlarmEntries.draft(change(AlarmChange.Kind.RAISED, Alarm.Severity.WARNING), NOON, "system:monitor")));
        journal.append(List.of(AlarmEntries.draft(
                change(AlarmChange.Kind.ESCALATED, Alarm.Severity.CRITICAL), NOON.plusSeconds(1), "system:monitor")));
        journal.append(List.of(AlarmEntries.draft(
                change(AlarmChange.Kind.ACKNOWLEDGED, Alarm.Severity.CRITICAL), NOON.plusSeconds(2), "user:susan")));
        assertThat(table.newest(5).get(0).clearedAt()).isEmpty();
        journal.append(List.of(AlarmEntries.draft(
                change(AlarmChange.Kind.CLEARED, Alarm.Severity.CRITICAL), NOON.plusSeconds(3), "system:monitor")));
        assertThat(table.checkpoint()).isEqualTo(4);
        Alarm kept = table.newest(5).get(0);
        assertThat(kept.severity()).isEqualTo(Alarm.Severity.CRITICAL);
        assertThat(kept.problem().chinese()).isEqualTo("满了。");
        assertThat(kept.raisedAt()).isEqualTo(NOON);
        assertThat(kept.acknowledged()).contains(new Alarm.Acknowledged("user:susan", NOON.plusSeconds(2)));
        assertThat(kept.clearedAt()).contains(NOON.plusSeconds(3));
    }
}
