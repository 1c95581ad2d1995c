// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Profile;
import io.patchbay.api.people.Role;
import io.patchbay.api.people.Unit;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.queue.Skill;
import io.patchbay.api.watch.Watch;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** One queue and the agents who serve it, in memory: the settings' tables are not what is measured. */
final class OneQueue implements Queues, People {
    static final QueueId QUEUE = new QueueId("service");
    static final WorkKind KIND = new WorkKind("chat");
    private static final UnitId UNIT = new UnitId("headquarters");
    private static final SkillId SKILL = new SkillId("service");

    private final QueueSettings queue = new QueueSettings(
            QUEUE,
            "Service",
            UNIT,
            Map.of(SKILL, 1),
            0,
            new QueueSettings.ServiceGoal(Duration.ofSeconds(20), 0.8),
            Duration.ofSeconds(120),
            new QueueSettings.WrapUp(QueueSettings.WrapUp.Mode.OPTIONAL, Duration.ofSeconds(120)));
    private final Map<UserId, Person> people = new LinkedHashMap<>();

    OneQueue(int agents, int capacity) {
        IntStream.range(0, agents)
                .mapToObj(i -> new UserId("agent-" + i))
                .forEach(user -> people.put(
                        user,
                        new Person(
                                user,
                                user.value(),
                                UNIT,
                                Set.of(),
                                new Person.Work(Map.of(SKILL, 5), Map.of(KIND, capacity)),
                                Optional.empty(),
                                true,
                                Profile.NONE)));
    }

    Set<UserId> agents() {
        return people.keySet();
    }

    @Override
    public List<QueueSettings> queues(Scope scope) {
        return List.of(queue);
    }

    @Override
    public Optional<QueueSettings> queue(Scope scope, QueueId id) {
        return id.equals(QUEUE) ? Optional.of(queue) : Optional.empty();
    }

    @Override
    public List<Skill> skills() {
        return List.of();
    }

    @Override
    public List<Code> codes(Code.Use use) {
        return List.of(new Code(use, "enquiry", "Enquiry", "咨询", false));
    }

    @Override
    public Scope scope(UserId user) {
        return Scope.of(user, Set.of(UNIT), Set.of(Permissions.AGENT));
    }

    @Override
    public Optional<Person> person(Scope scope, UserId user) {
        return Optional.ofNullable(people.get(user));
    }

    @Override
    public List<Person> people(Scope scope) {
        return List.copyOf(people.values());
    }

    @Override
    public List<Unit> units(Scope scope) {
        return List.of(new Unit(UNIT, "Headquarters", Optional.empty(), ZoneId.of("Asia/Shanghai")));
    }

    @Override
    public List<Role> roles() {
        return List.of();
    }

    @Override
    public Watch watch(Runnable listener) {
        return () -> {};
    }
}
