// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.expire;

import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.id.UnitId;
import io.patchbay.retention.api.Hold;
import io.patchbay.retention.api.RecordClass;
import io.patchbay.retention.expire.Judge.Judged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts by class and unit, and why single records are kept, in words of both languages. */
final class Plan {
    private static final int MOST_EXPLAINED = 200;

    private final Map<Line, Counts> lines = new TreeMap<>(Comparator.comparing(Line::records)
            .thenComparing(line -> line.unit().value()));
    private final List<Object> kept = new ArrayList<>();
    private int explicable;

    private record Line(RecordClass records, UnitId unit) {}

    /** One line's figures. */
    private static final class Counts {
        private int due;
        private int held;
        private int running;
        private int unruled;
        private int open;

        private void count(Verdict verdict) {
            if (verdict instanceof Verdict.Due) {
                due++;
            } else if (verdict instanceof Verdict.Held) {
                held++;
            } else if (verdict instanceof Verdict.Running) {
                running++;
            } else if (verdict instanceof Verdict.Unruled) {
                unruled++;
            } else if (verdict instanceof Verdict.Open) {
                open++;
            } else {
                throw new AssertionError(verdict);
            }
        }
    }

    void take(Judged judged) {
        Item item = judged.item();
        item.classes()
                .forEach(one -> lines.computeIfAbsent(new Line(one, item.units().get(0)), line -> new Counts())
                        .count(judged.verdict()));
        if (judged.verdict() instanceof Verdict.Held held) {
            explain(item.owner(), held.hold());
        } else if (judged.verdict() instanceof Verdict.Running running
                && running.against().isPresent()) {
            explain(item.owner(), running, running.against().get());
        } else if (judged.verdict() instanceof Verdict.Unruled unruled
                && item.classes().size() > 1) {
            explain(item.owner(), unruled.missing());
        }
    }

    private void explain(ContentOwner owner, Hold hold) {
        explain(
                owner,
                "Kept by the legal hold of case " + hold.caseNumber() + ".",
                "因法律保全（案号 " + hold.caseNumber() + "）保留。");
    }

    private void explain(ContentOwner owner, Verdict.Running running, RecordClass over) {
        RecordClass longer = running.rule().records();
        String source = running.rule().source().text();
        explain(
                owner,
                over.english() + " could go, but share a key with " + longer.english() + ", which are kept until "
                        + running.until() + " (" + source + "): the longer rule wins.",
                over.chinese() + "已到期，但与" + longer.chinese() + "共用密钥，后者须保留至 " + running.until() + "（" + source
                        + "），以较长者为准。");
    }

    private void explain(ContentOwner owner, RecordClass missing) {
        explain(
                owner,
                "There is no rule for " + missing.english() + ", which share its key: kept.",
                missing.chinese() + "没有保留规则且共用密钥，予以保留。");
    }

    private void explain(ContentOwner owner, String english, String chinese) {
        explicable++;
        if (kept.size() < MOST_EXPLAINED) {
            kept.add(Map.of("record", owner.text(), "en", english, "zh", chinese));
        }
    }

    Map<String, Object> json() {
        List<Object> rows = new ArrayList<>();
        lines.forEach((line, counts) -> rows.add(row(line, counts)));
        return Map.of("lines", rows, "kept", kept, "keptForReasons", explicable);
    }

    private static Map<String, Object> row(Line line, Counts counts) {
        String english = "%s, %s: %d go, %d held, %d within their period, %d without a rule, %d open";
        String chinese = "%s，%s：清除 %d，保全 %d，未到期 %d，无规则 %d，未结束 %d";
        return Map.of(
                "class", line.records().wire(),
                "unit", line.unit().value(),
                "due", counts.due,
                "held", counts.held,
                "running", counts.running,
                "unruled", counts.unruled,
                "open", counts.open,
                "en", words(english, line.records().english(), line, counts),
                "zh", words(chinese, line.records().chinese(), line, counts));
    }

    private static String words(String pattern, String records, Line line, Counts counts) {
        return String.format(
                pattern,
                records,
                line.unit().value(),
                counts.due,
                counts.held,
                counts.running,
                counts.unruled,
                counts.open);
    }
}
