// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.settings;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Done;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Unit;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.QueueCommand;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.queue.Skill;
import io.patchbay.routing.store.SettingsTables;
import io.patchbay.routing.store.SettingsTables.Told;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What administrators say about queues, skills and codes: read from memory, changed in the tables, checked before. */
public final class RoutingSettings implements Queues {

    private final SettingsTables tables;
    private final People people;
    private final InstantSource clock;
    private volatile SettingsTables.Everything now;

    public RoutingSettings(SettingsTables tables, People people, InstantSource clock) {
        this.tables = tables;
        this.people = people;
        this.clock = clock;
        this.now = sorted(tables.load());
    }

    private static SettingsTables.Everything sorted(SettingsTables.Everything loaded) {
        return new SettingsTables.Everything(
                loaded.queues().stream()
                        .sorted(Comparator.comparing(QueueSettings::id))
                        .toList(),
                loaded.skills().stream().sorted(Comparator.comparing(Skill::id)).toList(),
                loaded.codes());
    }

    @Override
    public List<QueueSettings> queues(Scope scope) {
        return now.queues().stream().filter(queue -> scope.sees(queue.unit())).toList();
    }

    @Override
    public Optional<QueueSettings> queue(Scope scope, QueueId id) {
        return now.queues().stream()
                .filter(queue -> queue.id().equals(id) && scope.sees(queue.unit()))
                .findFirst();
    }

    @Override
    public List<Skill> skills() {
        return now.skills();
    }

    @Override
    public List<Code> codes(Code.Use use) {
        return now.codes().stream().filter(code -> code.use() == use).toList();
    }

    /** Carries a command out; one at a time, so that checks hold until the change is committed. */
    public synchronized CommandResult carryOut(Actor actor, QueueCommand command, String key) {
        CommandResult result = change(actor, command, key);
        now = sorted(tables.load());
        return result;
    }

    private CommandResult change(Actor actor, QueueCommand command, String key) {
        if (command instanceof QueueCommand.SaveQueue save) {
            return save(actor, save.queue(), key);
        } else if (command instanceof QueueCommand.RemoveQueue remove) {
            return remove(actor, remove.queue(), key);
        } else if (command instanceof QueueCommand.SaveSkill save) {
            Map<String, Object> body = Map.of(
                    "skill", save.skill().id().value(), "name", save.skill().name());
            tables.save(save.skill(), told(actor, "skill.saved", UnitId.ROOT, body, key));
            return new Done();
        } else if (command instanceof QueueCommand.RemoveSkill remove) {
            return remove(actor, remove.skill(), key);
        } else if (command instanceof QueueCommand.SaveCode save) {
            return save(actor, save.code(), key);
        }
        throw new AssertionError(command);
    }

    private CommandResult save(Actor actor, QueueSettings queue, String key) {
        Set<SkillId> known = now.skills().stream().map(Skill::id).collect(Collectors.toSet());
        Set<SkillId> unknown = new TreeSet<>(queue.needs().keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            return Refusals.unknownSkill(unknown, new TreeSet<>(known));
        }
        List<UnitId> units = people.units(Scope.system()).stream().map(Unit::id).toList();
        if (!units.contains(queue.unit())) {
            return Refusals.unknownUnit(queue.unit(), units);
        }
        tables.save(queue, told(actor, "queue.saved", queue.unit(), body(queue), key));
        return new Done();
    }

    private static Map<String, Object> body(QueueSettings queue) {
        Map<String, Object> needs = new TreeMap<>();
        queue.needs().forEach((skill, level) -> needs.put(skill.value(), level));
        Map<String, Object> body = new TreeMap<>();
        body.put("queue", queue.id().value());
        body.put("name", queue.name());
        body.put("needs", needs);
        body.put("priority", queue.priority());
        body.put("answerWithinSeconds", (int) queue.goal().answerWithin().toSeconds());
        body.put("targetPercent", (int) Math.round(queue.goal().targetShare() * 100));
        body.put("ringSeconds", (int) queue.ring().toSeconds());
        body.put("wrapUp", queue.wrapUp().mode().name());
        body.put("wrapUpSeconds", (int) queue.wrapUp().limit().toSeconds());
        return body;
    }

    private CommandResult remove(Actor actor, QueueId id, String key) {
        Optional<QueueSettings> queue = queue(Scope.system(), id);
        if (queue.isEmpty()) {
            return Refusals.unknownQueue(id);
        }
        Map<String, Object> body = Map.of("queue", id.value());
        tables.remove(id, told(actor, "queue.removed", queue.get().unit(), body, key));
        return new Done();
    }

    private CommandResult remove(Actor actor, SkillId id, String key) {
        if (now.skills().stream().noneMatch(skill -> skill.id().equals(id))) {
            return Refusals.unknownSkill(
                    Set.of(id), now.skills().stream().map(Skill::id).toList());
        }
        List<QueueId> asking = now.queues().stream()
                .filter(queue -> queue.needs().containsKey(id))
                .map(QueueSettings::id)
                .toList();
        if (!asking.isEmpty()) {
            return Refusals.skillInUse(id, asking);
        }
        tables.remove(id, told(actor, "skill.removed", UnitId.ROOT, Map.of("skill", id.value()), key));
        return new Done();
    }

    private CommandResult save(Actor actor, Code code, String key) {
        if (code.english().isBlank() || code.chinese().isBlank()) {
            return Refusals.wordsDue(code.key());
        }
        Map<String, Object> body = Map.of(
                "use", code.use().name(),
                "key", code.key(),
                "english", code.english(),
                "chinese", code.chinese(),
                "retired", code.retired());
        tables.save(code, told(actor, "code.saved", UnitId.ROOT, body, key));
        return new Done();
    }

    private Told told(Actor actor, String type, UnitId unit, Map<String, Object> body, String key) {
        JournalDraft entry = JournalDraft.act(clock.instant(), type, actor.text(), unit, body);
        return new Told(entry, key);
    }
}
