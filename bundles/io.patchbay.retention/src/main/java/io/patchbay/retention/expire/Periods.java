// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.expire;

import io.patchbay.api.id.UnitId;
import io.patchbay.api.people.Unit;
import io.patchbay.retention.api.RecordClass;
import io.patchbay.retention.api.RetentionRule;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules in force at one moment. A unit is under its own and those of all units above: the longest wins. */
final class Periods {
    private final List<RetentionRule> running;
    private final Map<UnitId, UnitId> parents = new HashMap<>();
    private final Instant now;

    Periods(List<RetentionRule> rules, List<Unit> units, Instant now) {
        running = rules.stream().filter(rule -> rule.runs(now)).toList();
        units.forEach(unit -> unit.parent().ifPresent(parent -> parents.put(unit.id(), parent)));
        this.now = now;
    }

    /**
     * What becomes of a record.
     *
     * @param classes of what its key seals
     * @param units where it lies
     * @param since when its periods began
     */
    Verdict of(List<RecordClass> classes, Collection<UnitId> units, Instant since) {
        Optional<RetentionRule> longest = Optional.empty();
        Optional<RecordClass> over = Optional.empty();
        for (RecordClass one : classes) {
            Optional<RetentionRule> rule = longest(one, units);
            if (rule.isEmpty()) {
                return new Verdict.Unruled(one);
            } else if (!rule.get().over(since).isAfter(now)) {
                over = Optional.of(one);
            } else if (longest.isEmpty() || rule.get().days() > longest.get().days()) {
                longest = rule;
            }
        }
        if (longest.isEmpty()) {
            return new Verdict.Due();
        }
        return new Verdict.Running(longest.get(), longest.get().over(since), over);
    }

    private Optional<RetentionRule> longest(RecordClass records, Collection<UnitId> units) {
        Set<UnitId> above = above(units);
        return running.stream()
                .filter(rule -> rule.records() == records && above.contains(rule.unit()))
                .max(Comparator.comparingInt(RetentionRule::days));
    }

    private Set<UnitId> above(Collection<UnitId> units) {
        Set<UnitId> above = new HashSet<>();
        for (UnitId unit : units) {
            for (UnitId at = unit; at != null && above.add(at); ) {
                at = parents.get(at);
            }
        }
        above.add(UnitId.ROOT); // also over units that are no more
        return above;
    }
}
