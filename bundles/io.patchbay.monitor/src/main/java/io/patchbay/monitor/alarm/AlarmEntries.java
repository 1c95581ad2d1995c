// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.alarm;

import io.patchbay.api.alarm.Alarm;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.journal.JournalEntry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Alarms as journal entries: {@code alarm.raised}, {@code alarm.escalated}, … Nothing in them is personal. */
public final class AlarmEntries {
    /** What all their types begin with. */
    public static final String FAMILY = "alarm.";

    private static final int LONGEST = 1_000;

    private AlarmEntries() {}

    /** The entry of a change. */
    public static JournalDraft draft(AlarmChange change, Instant at, String actor) {
        Alarm alarm = change.alarm();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("alarm", alarm.id());
        body.put("part", alarm.part());
        body.put("severity", word(alarm.severity()));
        body.put("code", alarm.problem().code());
        body.put("english", cut(alarm.problem().english()));
        body.put("chinese", cut(alarm.problem().chinese()));
        body.put("raisedAt", alarm.raisedAt().toString());
        return JournalDraft.act(at, FAMILY + change.kind().wire(), actor, UnitId.ROOT, body);
    }

    private static String cut(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
    }

    /** The alarm in an entry, without what other entries say of it. */
    static Alarm read(JournalEntry entry) {
        Map<String, Object> body = entry.body();
        return new Alarm(
                (String) body.get("alarm"),
                (String) body.get("part"),
                severity((String) body.get("severity")),
                new Problem((String) body.get("code"), (String) body.get("english"), (String) body.get("chinese")),
                Instant.parse((String) body.get("raisedAt")),
                Optional.empty(),
                Optional.empty());
    }

    static String word(Alarm.Severity severity) {
        return severity.name().toLowerCase(java.util.Locale.ROOT);
    }

    static Alarm.Severity severity(String word) {
        return Alarm.Severity.valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
}
