// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks.floor;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.id.AgentId;
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

/** Ten queues and those who serve them, three queues each, in memory. */
final class Staff implements Queues, People {
    static final WorkKind CALL = new WorkKind("call");
    static final UnitId UNIT = new UnitId("headquarters");
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final int QUEUES = 10;

    private final Map<QueueId, QueueSettings> queues = new LinkedHashMap<>();
    private final Map<UserId, Person> people = new LinkedHashMap<>();

    Staff(int agents) {
        IntStream.range(0, QUEUES).forEach(number -> queues.put(queue(number), settings(number)));
        IntStream.range(0, agents)
                .forEach(number -> people.put(new UserId(agent(number).value()), person(number)));
    }

    static QueueId queue(int number) {
        return new QueueId("queue-" + Math.floorMod(number, QUEUES));
    }

    static AgentId agent(int number) {
        return new AgentId("agent-" + number);
    }

    private static SkillId skill(int number) {
        return new SkillId(queue(number).value());
    }

    private static QueueSettings settings(int number) {
        return new QueueSettings(
                queue(number),
                "Queue " + number,
                UNIT,
                Map.of(skill(number), 1),
                0,
                new QueueSettings.ServiceGoal(Duration.ofSeconds(20), 0.8),
                Duration.ofSeconds(20),
                new QueueSettings.WrapUp(QueueSettings.WrapUp.Mode.OPTIONAL, Duration.ofSeconds(60)));
    }

    private static Person person(int number) {
        return new Person(
                new UserId(agent(number).value()),
                "Agent " + number,
                UNIT,
                Set.of(),
                new Person.Work(Map.of(skill(number), 5, skill(number + 3), 4, skill(number + 7), 3), Map.of(CALL, 1)),
                Optional.empty(),
                true,
                Profile.NONE);
    }

    /** A supervisor of them all. */
    static Scope supervisor(UserId user) {
        return Scope.of(user, Set.of(UNIT), Set.of(Permissions.FLOOR, Permissions.SUPERVISE, Permissions.RECORDS));
    }

    @Override
    public List<QueueSettings> queues(Scope scope) {
        return List.copyOf(queues.values());
    }

    @Override
    public Optional<QueueSettings> queue(Scope scope, QueueId id) {
        return Optional.ofNullable(queues.get(id));
    }

    @Override
    public List<Skill> skills() {
        return List.of();
    }

    @Override
    public List<Code> codes(Code.Use use) {
        return List.of(new Code(use, "break", "Break", "小休", false));
    }

    @Override
    public Scope scope(UserId user) {
        return supervisor(user);
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
        return List.of(new Unit(UNIT, "Headquarters", Optional.empty(), ZONE));
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
