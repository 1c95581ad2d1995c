// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.settings;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Unit;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.CodeTree;
import io.patchbay.api.queue.QueueRules;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Step;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a queue can be as somebody wants it: what it names exists, each step can ring, no way out leads back. */
final class QueueCheck {
    private final People people;
    private final Collection<SkillId> skills;
    private final CodeTree codes;
    private final Map<QueueId, QueueSettings> queues = new HashMap<>();

    QueueCheck(People people, Collection<SkillId> skills, CodeTree codes, Collection<QueueSettings> queues) {
        this.people = people;
        this.codes = codes;
        this.skills = new TreeSet<>(skills);
        queues.forEach(queue -> this.queues.put(queue.id(), queue));
    }

    /** The first thing that is wrong. */
    Optional<CommandResult> refusal(QueueSettings queue) {
        queues.put(queue.id(), queue);
        return Stream.<Supplier<Optional<CommandResult>>>of(
                        () -> skills(queue),
                        () -> unit(queue),
                        () -> steps(queue),
                        () -> dedicated(queue),
                        () -> closed(queue),
                        () -> codes(queue),
                        () -> targets(queue),
                        () -> loop(queue))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<CommandResult> skills(QueueSettings queue) {
        Set<SkillId> unknown = queue.steps().stream()
                .flatMap(step -> step.needs().keySet().stream())
                .filter(skill -> !skills.contains(skill))
                .collect(Collectors.toCollection(TreeSet::new));
        return unknown.isEmpty() ? Optional.empty() : Optional.of(Refusals.unknownSkill(unknown, skills));
    }

    private Optional<CommandResult> unit(QueueSettings queue) {
        List<UnitId> units = people.units(Scope.system()).stream().map(Unit::id).toList();
        return units.contains(queue.unit()) ? Optional.empty() : Optional.of(Refusals.unknownUnit(queue.unit(), units));
    }

    private static Optional<CommandResult> steps(QueueSettings queue) {
        List<Step> steps = queue.steps();
        for (int i = 0; i + 1 < steps.size(); i++) {
            Duration lasts = steps.get(i + 1).from().minus(steps.get(i).from());
            if (lasts.compareTo(queue.ring()) < 0) {
                Duration least = steps.get(i).from().plus(queue.ring());
                return Optional.of(Refusals.shortStep(i + 1, lasts, queue.ring(), least));
            }
        }
        return Optional.empty();
    }

    private Optional<CommandResult> dedicated(QueueSettings queue) {
        QueueRules.Preferred preferred = queue.rules().preferred();
        Optional<AgentId> unknown = preferred.dedicated().stream()
                .filter(agent ->
                        people.person(Scope.system(), new UserId(agent.value())).isEmpty())
                .findFirst();
        return unknown.map(Refusals::unknownAgent)
                .or(() -> preferred.dedicated().isEmpty()
                                != preferred.dedicatedFor().isZero()
                        ? Optional.of(Refusals.halfDedicated())
                        : Optional.empty());
    }

    private static Optional<CommandResult> closed(QueueSettings queue) {
        QueueRules.Hours hours = queue.rules().hours();
        return (hours.closed() == QueueRules.Closed.QUEUE) == hours.instead().isPresent()
                ? Optional.empty()
                : Optional.of(Refusals.halfClosed());
    }

    private Optional<CommandResult> codes(QueueSettings queue) {
        Set<String> unknown = queue.rules().codes().stream()
                .filter(key -> codes.find(key).filter(code -> !code.retired()).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> known = codes.all().stream()
                .filter(code -> !code.retired())
                .map(Code::key)
                .toList();
        return unknown.isEmpty() ? Optional.empty() : Optional.of(CodeRefusals.unknownCodes(unknown, known));
    }

    private Optional<CommandResult> targets(QueueSettings queue) {
        return ways(queue).filter(to -> !queues.containsKey(to)).findFirst().map(Refusals::unknownTarget);
    }

    private static Stream<QueueId> ways(QueueSettings queue) {
        return Stream.concat(
                queue.rules().overflow().stream().map(QueueRules.Overflow::to),
                queue.rules().hours().instead().stream());
    }

    /** Follows every way out; one that comes back to the queue is named hop by hop. */
    private Optional<CommandResult> loop(QueueSettings queue) {
        return back(queue.id(), queue, List.of(queue.id())).map(Refusals::loop);
    }

    private Optional<List<QueueId>> back(QueueId start, QueueSettings at, List<QueueId> path) {
        for (QueueId to : ways(at).toList()) {
            List<QueueId> longer = Stream.concat(path.stream(), Stream.of(to)).toList();
            if (to.equals(start)) {
                return Optional.of(longer);
            }
            Optional<List<QueueId>> found = path.contains(to) || !queues.containsKey(to)
                    ? Optional.empty()
                    : back(start, queues.get(to), longer);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
