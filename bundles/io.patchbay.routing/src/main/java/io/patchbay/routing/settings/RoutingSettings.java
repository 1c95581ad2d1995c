// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.settings;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Done;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.journal.Change;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.people.People;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.CodeTree;
import io.patchbay.api.queue.QueueCommand;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.queue.Skill;
import io.patchbay.api.queue.WorkMatrix;
import io.patchbay.routing.json.RulesJson;
import io.patchbay.routing.store.CodeChange;
import io.patchbay.routing.store.SettingsTables;
import io.patchbay.routing.store.SettingsTables.Told;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What administrators say about queues, skills and codes: read from memory, changed in the tables, checked before. */
public final class RoutingSettings implements Queues {

    private final SettingsTables tables;
    private final People people;
    private final InstantSource clock;
    private volatile SettingsTables.Everything now;
    private volatile CodeBook codes;

    public RoutingSettings(SettingsTables tables, People people, InstantSource clock) {
        this.tables = tables;
        this.people = people;
        this.clock = clock;
        read();
    }

    private void read() {
        SettingsTables.Everything loaded = sorted(tables.load());
        codes = new CodeBook(loaded.codes());
        now = loaded;
    }

    private static SettingsTables.Everything sorted(SettingsTables.Everything loaded) {
        return new SettingsTables.Everything(
                loaded.queues().stream()
                        .sorted(Comparator.comparing(QueueSettings::id))
                        .toList(),
                loaded.skills().stream().sorted(Comparator.comparing(Skill::id)).toList(),
                loaded.codes(),
                loaded.matrix());
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

    /** Every queue, whoever asks; another list only when something was changed. */
    public List<QueueSettings> everyQueue() {
        return now.queues();
    }

    @Override
    public List<Skill> skills() {
        return now.skills();
    }

    @Override
    public List<Code> codes(Code.Use use) {
        return codes.tree(use).all();
    }

    @Override
    public CodeTree tree(Code.Use use) {
        return codes.tree(use);
    }

    @Override
    public CodeTree tree(Code.Use use, Instant at) {
        return codes.tree(use, at);
    }

    @Override
    public WorkMatrix matrix() {
        return now.matrix();
    }

    /** Carries a command out; one at a time, so that checks hold until the change is committed. */
    public synchronized CommandResult carryOut(Actor actor, QueueCommand command, String key) {
        CommandResult result = change(actor, command, key);
        read();
        return result;
    }

    private CommandResult change(Actor actor, QueueCommand command, String key) {
        if (command instanceof QueueCommand.SaveQueue save) {
            return save(actor, save.queue(), key);
        } else if (command instanceof QueueCommand.RemoveQueue remove) {
            return remove(actor, remove.queue(), key);
        } else if (command instanceof QueueCommand.SaveSkill save) {
            Map<String, Object> before = now.skills().stream()
                    .filter(skill -> skill.id().equals(save.skill().id()))
                    .findFirst()
                    .map(RoutingSettings::body)
                    .orElse(Map.of());
            Map<String, Object> body = body(save.skill());
            tables.save(
                    save.skill(),
                    told(
                            actor,
                            "skill.saved",
                            UnitId.ROOT,
                            Change.of(before, body).into(body),
                            key));
            return new Done();
        } else if (command instanceof QueueCommand.RemoveSkill remove) {
            return remove(actor, remove.skill(), key);
        } else if (command instanceof QueueCommand.SaveCode save) {
            return save(actor, save.code(), key);
        } else if (command instanceof QueueCommand.SaveMeetings save) {
            Map<String, Object> before =
                    body(save.doing(), now.matrix().meetings().getOrDefault(save.doing(), Map.of()));
            Map<String, Object> body = body(save.doing(), save.coming());
            tables.save(
                    save,
                    told(
                            actor,
                            "matrix.saved",
                            UnitId.ROOT,
                            Change.of(before, body).into(body),
                            key));
            return new Done();
        }
        throw new AssertionError(command);
    }

    private CommandResult save(Actor actor, QueueSettings queue, String key) {
        Optional<CommandResult> refusal = new QueueCheck(
                        people,
                        now.skills().stream().map(Skill::id).toList(),
                        codes.tree(Code.Use.DISPOSITION),
                        now.queues())
                .refusal(queue);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Map<String, Object> before =
                queue(Scope.system(), queue.id()).map(RoutingSettings::body).orElse(Map.of());
        Map<String, Object> body = Change.of(before, body(queue)).into(body(queue));
        tables.save(queue, told(actor, "queue.saved", queue.unit(), body, key));
        return new Done();
    }

    /** A queue as its command reads it, but for its unit. */
    public static Map<String, Object> body(QueueSettings queue) {
        Map<String, Object> body = new TreeMap<>(RulesJson.write(queue.rules()));
        body.put("queue", queue.id().value());
        body.put("name", queue.name());
        body.put("steps", RulesJson.steps(queue.steps()));
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
        List<QueueId> leading = now.queues().stream()
                .filter(other -> leadsTo(other, id))
                .map(QueueSettings::id)
                .toList();
        if (!leading.isEmpty()) {
            return Refusals.queueIsTarget(id, leading);
        }
        Map<String, Object> body = Change.of(body(queue.get()), Map.of()).into(Map.of("queue", id.value()));
        tables.remove(id, told(actor, "queue.removed", queue.get().unit(), body, key));
        return new Done();
    }

    private static boolean leadsTo(QueueSettings queue, QueueId id) {
        return !queue.id().equals(id)
                && (queue.rules().overflow().stream().anyMatch(way -> way.to().equals(id))
                        || queue.rules().hours().instead().filter(id::equals).isPresent());
    }

    private CommandResult remove(Actor actor, SkillId id, String key) {
        if (now.skills().stream().noneMatch(skill -> skill.id().equals(id))) {
            return Refusals.unknownSkill(
                    Set.of(id), now.skills().stream().map(Skill::id).toList());
        }
        List<QueueId> asking = now.queues().stream()
                .filter(queue ->
                        queue.steps().stream().anyMatch(step -> step.needs().containsKey(id)))
                .map(QueueSettings::id)
                .toList();
        if (!asking.isEmpty()) {
            return Refusals.skillInUse(id, asking);
        }
        tables.remove(id, told(actor, "skill.removed", UnitId.ROOT, Map.of("skill", id.value()), key));
        return new Done();
    }

    /** Every save makes the next version of the tree. */
    private CommandResult save(Actor actor, Code code, String key) {
        CodeTree tree = codes.tree(code.use());
        Optional<CommandResult> refusal = new CodeCheck(tree, now.queues()).refusal(code);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        int version = tree.version() + 1;
        Map<String, Object> before =
                tree.find(code.key()).map(RoutingSettings::body).orElse(Map.of());
        Map<String, Object> body = new TreeMap<>(Change.of(before, body(code)).into(body(code)));
        body.put("version", version);
        tables.save(new CodeChange(version, clock.instant(), code), told(actor, "code.saved", UnitId.ROOT, body, key));
        return new Done(Map.of("version", version));
    }

    /** A code as its command reads it. */
    public static Map<String, Object> body(Code code) {
        Map<String, Object> body = new TreeMap<>(Map.of(
                "use", code.use().name(),
                "key", code.key(),
                "english", code.english(),
                "chinese", code.chinese(),
                "retired", code.retired()));
        code.parent().ifPresent(parent -> body.put("parent", parent));
        return body;
    }

    /** What may come beside a kind of work, as its command reads it. */
    public static Map<String, Object> body(WorkKind doing, Map<WorkKind, WorkMatrix.Meeting> coming) {
        Map<String, Object> meetings = new TreeMap<>();
        coming.forEach((kind, meeting) -> meetings.put(kind.value(), meeting.name()));
        return Map.of("doing", doing.value(), "coming", meetings);
    }

    private static Map<String, Object> body(Skill skill) {
        return Map.of("skill", skill.id().value(), "name", skill.name());
    }

    private Told told(Actor actor, String type, UnitId unit, Map<String, Object> body, String key) {
        JournalDraft entry = JournalDraft.act(clock.instant(), type, actor, unit, body);
        return new Told(entry, key);
    }
}
