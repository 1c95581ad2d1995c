// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

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
import io.patchbay.api.queue.QueueRules;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.queue.Skill;
import io.patchbay.api.watch.Watch;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The demo's queues and people in memory, to be changed by tests. */
public final class DemoSettings implements Queues, People {
    private static final UnitId UNIT = new UnitId("headquarters");

    public final Map<QueueId, QueueSettings> queues = new ConcurrentSkipListMap<>();
    public final Map<UserId, Person> people = new ConcurrentSkipListMap<>();
    private final List<Code> beneath = new ArrayList<>();

    public DemoSettings() {
        for (String queue : List.of("service", "loans", "complaints", "vip")) {
            put(queue(queue, Duration.ofSeconds(15), QueueSettings.WrapUp.Mode.OPTIONAL));
        }
        person("alice", "service", "loans");
        person("bob", "service", "complaints");
        person("carol", "service", "vip");
        person("david", "loans", "complaints");
        person("susan");
    }

    public static QueueSettings queue(String id, Duration ring, QueueSettings.WrapUp.Mode mode) {
        return new QueueSettings(
                new QueueId(id),
                id,
                UNIT,
                Map.of(new SkillId(id), 1),
                0,
                new QueueSettings.ServiceGoal(Duration.ofSeconds(20), 0.8),
                ring,
                new QueueSettings.WrapUp(mode, Duration.ofSeconds(60)));
    }

    /** A wrap-up code beneath another. */
    public void beneath(String parent, String key) {
        beneath.add(new Code(Code.Use.DISPOSITION, key, key, key, false, Optional.of(parent)));
    }

    /** A queue that offers callbacks at once, with so many tries. */
    static QueueSettings callbacks(String id, int tries) {
        QueueSettings usual = queue(id, Duration.ofSeconds(15), QueueSettings.WrapUp.Mode.OPTIONAL);
        QueueRules rules = usual.rules();
        return new QueueSettings(
                usual.id(),
                usual.name(),
                usual.unit(),
                usual.steps(),
                usual.priority(),
                usual.goal(),
                usual.ring(),
                usual.wrapUp(),
                new QueueRules(
                        rules.preferred(),
                        rules.overflow(),
                        rules.overtaking(),
                        rules.limits(),
                        rules.hours(),
                        new QueueRules.CallbackOffer(true, Duration.ZERO, tries, Duration.ofMinutes(1)),
                        rules.strategy(),
                        rules.rating()));
    }

    public void put(QueueSettings queue) {
        queues.put(queue.id(), queue);
    }

    void person(String user, String... skills) {
        people.put(new UserId(user), of(user, 3, skills));
    }

    /** Gives somebody a telephone number of ours. */
    void extension(String user, String digits) {
        people.computeIfPresent(
                new UserId(user),
                (id, person) -> new Person(
                        id,
                        person.name(),
                        person.unit(),
                        person.grants(),
                        person.work(),
                        Optional.of(digits),
                        true,
                        person.profile()));
    }

    public static Person of(String user, int chats, String... skills) {
        return new Person(
                new UserId(user),
                user,
                UNIT,
                Set.of(),
                new Person.Work(
                        List.of(skills).stream().collect(Collectors.toMap(SkillId::new, skill -> 5)),
                        Map.of(new WorkKind("chat"), chats, new WorkKind("sms"), 3, Phones.CALL, 1)),
                Optional.empty(),
                true,
                Profile.NONE);
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
        Function<String, Code> code = key -> new Code(use, key, key, key, key.equals("old"));
        return use == Code.Use.DISPOSITION
                ? Stream.concat(
                                Stream.of(code.apply("enquiry"), code.apply("other"), code.apply("old")),
                                beneath.stream())
                        .toList()
                : List.of(code.apply("break"), code.apply("meal"));
    }

    @Override
    public Scope scope(UserId user) {
        Set<String> rights = new java.util.HashSet<>(Set.of(Permissions.AGENT));
        if (user.value().equals("susan")) {
            rights.addAll(Set.of(Permissions.SUPERVISE, Permissions.FLOOR, Permissions.RECORDS));
        }
        return Scope.of(user, Set.of(UNIT), rights);
    }

    @Override
    public Optional<Person> person(Scope scope, UserId user) {
        return Optional.ofNullable(people.get(user));
    }

    @Override
    public List<Person> people(Scope scope) {
        return List.copyOf(new TreeMap<>(people).values());
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
