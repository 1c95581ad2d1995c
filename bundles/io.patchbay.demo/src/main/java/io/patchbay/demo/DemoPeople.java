// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo;

import io.patchbay.api.id.RoleId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.people.Grant;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Profile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The people that DESIGN.md 6 names, and two who review what the administrator asks for. */
public final class DemoPeople {
    public static final UnitId UNIT = UnitId.ROOT;

    private static final Map<WorkKind, Integer> CAPACITY =
            Map.of(new WorkKind("call"), 1, new WorkKind("chat"), 3, new WorkKind("sms"), 3, new WorkKind("mail"), 3);

    private DemoPeople() {}

    /** Everybody's password, also of the phones. */
    public static String password() {
        return Optional.ofNullable(System.getenv("PATCHBAY_DEMO_PASSWORD"))
                .filter(given -> !given.isBlank())
                .orElse("patchbay");
    }

    static List<Person> all() {
        return List.of(
                agent("alice", "Alice 陈静", "1001", "service", "loans"),
                agent("bob", "Bob 王磊", "1002", "service", "complaints"),
                agent("carol", "Carol 李倩", "1003", "service", "vip"),
                agent("david", "David 赵强", "1004", "loans", "complaints"),
                supervisor("susan", "Susan 何主管", "1005"),
                other("quentin", "Quentin 周明", "inspector"),
                other("rita", "Rita 孙初审", "reviewer"),
                other("felix", "Felix 吴终审", "approver"),
                other("admin", "Admin 管理员", "administrator"));
    }

    private static Person agent(String user, String name, String extension, String... skills) {
        Map<SkillId, Integer> levels =
                Stream.of(skills).map(SkillId::new).collect(Collectors.toMap(Function.identity(), skill -> 5));
        return new Person(
                new UserId(user),
                name,
                UNIT,
                Set.of(Grant.of(new RoleId("agent"))),
                new Person.Work(levels, CAPACITY),
                Optional.of(extension),
                true,
                Profile.NONE);
    }

    /** With a phone to listen and speak by. */
    private static Person supervisor(String user, String name, String extension) {
        return person(user, name, "supervisor", Optional.of(extension));
    }

    private static Person other(String user, String name, String role) {
        return person(user, name, role, Optional.empty());
    }

    private static Person person(String user, String name, String role, Optional<String> extension) {
        return new Person(
                new UserId(user),
                name,
                UNIT,
                Set.of(Grant.of(new RoleId(role))),
                new Person.Work(Map.of(), Map.of()),
                extension,
                true,
                Profile.NONE);
    }
}
