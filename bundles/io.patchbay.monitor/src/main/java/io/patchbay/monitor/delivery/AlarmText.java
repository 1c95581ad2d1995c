// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.delivery;

import io.patchbay.api.alarm.Alarm;
import io.patchbay.monitor.alarm.AlarmChange;
import io.patchbay.store.json.CanonicalJson;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A change in words for machines and people. */
final class AlarmText {
    private AlarmText() {}

    /** The body of a webhook. */
    static String json(AlarmChange change) {
        Alarm alarm = change.alarm();
        Map<String, Object> body = new TreeMap<>();
        body.put("event", change.kind().wire());
        body.put("alarm", alarm.id());
        body.put("part", alarm.part());
        body.put("severity", alarm.severity().name().toLowerCase(Locale.ROOT));
        body.put("code", alarm.problem().code());
        body.put("english", alarm.problem().english());
        body.put("chinese", alarm.problem().chinese());
        body.put("raisedAt", alarm.raisedAt().toString());
        alarm.clearedAt().map(Instant::toString).ifPresent(at -> body.put("clearedAt", at));
        return CanonicalJson.write(body);
    }

    /** The subject of a mail. */
    static String subject(AlarmChange change) {
        Alarm alarm = change.alarm();
        boolean over = change.kind() == AlarmChange.Kind.CLEARED;
        String word = over ? "cleared 已恢复" : alarm.severity() == Alarm.Severity.CRITICAL ? "CRITICAL 严重" : "warning 警告";
        return "[Patchbay] " + word + ": " + alarm.part();
    }

    /** The text of a mail. */
    static String mail(AlarmChange change) {
        Alarm alarm = change.alarm();
        String since = "since 开始 " + alarm.raisedAt()
                + alarm.clearedAt().map(at -> "\ncleared 恢复 " + at).orElse("");
        return alarm.problem().chinese() + "\n\n" + alarm.problem().english() + "\n\n" + since + "\n" + alarm.id()
                + "\n";
    }
}
