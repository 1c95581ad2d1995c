// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.dev;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.RoleId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.people.Grant;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Profile;
import io.patchbay.api.people.Role;
import io.patchbay.api.people.SignIn;
import io.patchbay.api.people.Unit;
import io.patchbay.api.signin.AccountSecurity;
import io.patchbay.api.signin.OpenSession;
import io.patchbay.api.signin.SecondFactor;
import io.patchbay.api.signin.ServiceAccount;
import io.patchbay.api.signin.Visit;
import io.patchbay.api.watch.Watch;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** People and sign-in in memory; everyone's password is {@code patchbay}. */
public final class SampleDirectory implements People, SignIn, AccountSecurity {
    static final UnitId BANK = new UnitId("bank");
    static final UnitId CENTRE = new UnitId("centre");
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public final Map<UserId, Person> people = new ConcurrentHashMap<>();
    public final List<Unit> units = new ArrayList<>(List.of(
            new Unit(BANK, "海川银行", Optional.empty(), ZONE),
            new Unit(CENTRE, "客户服务一中心", Optional.of(BANK), ZONE),
            new Unit(new UnitId("cards"), "信用卡部", Optional.of(CENTRE), ZONE),
            new Unit(new UnitId("loans"), "个人贷款部", Optional.of(CENTRE), ZONE)));
    public final Map<RoleId, Role> roles = new LinkedHashMap<>();
    private final Map<String, UserId> sessions = new ConcurrentHashMap<>();
    private int failures;

    public SampleDirectory() {
        role(
                "admin",
                "管理员",
                Set.of(
                        Permissions.PEOPLE,
                        Permissions.ROUTING,
                        Permissions.OPERATE,
                        Permissions.RECORDS,
                        Permissions.RECORDINGS,
                        "voice.edit",
                        Permissions.FLOOR,
                        Permissions.SUPERVISE,
                        Permissions.REPORTS,
                        Permissions.CUSTOMERS,
                        Permissions.NAMES,
                        Permissions.UNMASKED,
                        Permissions.JOURNAL));
        role(
                "agent",
                "坐席",
                Set.of(Permissions.AGENT, Permissions.CUSTOMERS, Permissions.CUSTOMERS_EDIT, Permissions.NAMES));
        role(
                "quality",
                "质检员",
                Set.of(Permissions.RECORDS, Permissions.RECORDINGS, Permissions.REPORTS, Permissions.JOURNAL));
        role(
                "supervisor",
                "班长",
                Set.of(
                        Permissions.FLOOR,
                        Permissions.SUPERVISE,
                        Permissions.RECORDS,
                        Permissions.REPORTS,
                        Permissions.CUSTOMERS));
        person("alice", "陈思雨", "agent", "1001", Map.of("service", 8, "loans", 6));
        person("bob", "王磊", "agent", "1002", Map.of("service", 6, "complaints", 9));
        person("carol", "李倩", "agent", "1003", Map.of("service", 9, "vip", 8));
        person("david", "周锐", "agent", "1004", Map.of("loans", 7, "complaints", 5));
        String[] more = {"赵敏", "孙浩", "吴桐", "郑洁", "冯涛", "褚宁", "卫东", "蒋欣", "沈悦", "韩冰", "杨帆", "朱琳", "许诺", "何静", "吕晨", "施文"
        };
        for (int i = 0; i < more.length; i++) {
            person("agent" + (i + 5), more[i], "agent", String.valueOf(1005 + i), Map.of("service", 5));
        }
        person("susan", "苏珊", "supervisor", "", Map.of());
        person("quentin", "昆廷", "quality", "", Map.of());
        person("admin", "管理员", "admin", "", Map.of());
    }

    private void role(String id, String name, Set<String> permissions) {
        roles.put(new RoleId(id), new Role(new RoleId(id), name, permissions));
    }

    private void person(String user, String name, String role, String extension, Map<String, Integer> skills) {
        Map<SkillId, Integer> levels = new LinkedHashMap<>();
        skills.forEach((skill, level) -> levels.put(new SkillId(skill), level));
        Map<WorkKind, Integer> capacity = extension.isEmpty()
                ? Map.of()
                : Map.of(
                        new WorkKind("call"),
                        1,
                        new WorkKind("chat"),
                        4,
                        new WorkKind("sms"),
                        3,
                        new WorkKind("mail"),
                        3);
        people.put(
                new UserId(user),
                new Person(
                        new UserId(user),
                        name,
                        CENTRE,
                        Set.of(Grant.of(new RoleId(role))),
                        new Person.Work(levels, capacity),
                        Optional.of(extension).filter(e -> !e.isEmpty()),
                        true,
                        Profile.NONE));
    }

    @Override
    public Scope scope(UserId user) {
        Person person = people.get(user);
        if (person == null) {
            return Scope.nothing(user);
        }
        Set<String> may = new java.util.HashSet<>();
        person.roles(Instant.now()).forEach(role -> may.addAll(roles.get(role).permissions()));
        return Scope.of(user, Set.of(BANK, CENTRE), may);
    }

    @Override
    public Optional<Person> person(Scope scope, UserId user) {
        return Optional.ofNullable(people.get(user));
    }

    @Override
    public List<Person> people(Scope scope) {
        return people.values().stream()
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    @Override
    public List<Unit> units(Scope scope) {
        return List.copyOf(units);
    }

    @Override
    public List<Role> roles() {
        return List.copyOf(roles.values());
    }

    @Override
    public Watch watch(Runnable listener) {
        return () -> {};
    }

    @Override
    public SignInResult signIn(String user, char[] password, Visit visit) {
        if (failures >= 5) {
            return new SignInResult.Locked(Instant.now().plusSeconds(754));
        }
        boolean right = people.containsKey(new UserId(user)) && new String(password).equals("patchbay");
        if (!right) {
            failures++;
            return new SignInResult.Rejected();
        }
        String token = UUID.randomUUID().toString();
        sessions.put(token, new UserId(user));
        return new SignInResult.SignedIn(
                new UserId(user), token, Instant.now().plusSeconds(3600), user.equals("admin2"));
    }

    @Override
    public SignInResult verify(String user, char[] password, String source) {
        return signIn(user, password, Visit.from(source));
    }

    @Override
    public Optional<UserId> session(String token) {
        return Optional.ofNullable(sessions.get(token));
    }

    @Override
    public void signOut(String token) {
        sessions.remove(token);
    }

    @Override
    public SignInResult answer(String challenge, String code, Visit visit) {
        return new SignInResult.Rejected();
    }

    @Override
    public Optional<Scope> program(String token, String address) {
        return Optional.empty();
    }

    @Override
    public List<Door> doors() {
        return List.of();
    }

    @Override
    public Leaving leave(String door, URI back) {
        return new Leaving.Shut(new Problem("door-gone", "Gone.", "没有。"));
    }

    @Override
    public SignInResult comeBack(String state, Map<String, String> answer, Visit visit) {
        return new SignInResult.Rejected();
    }

    @Override
    public List<OpenSession> sessions(Scope scope, UserId user) {
        return List.of();
    }

    @Override
    public Optional<String> sessionId(String token) {
        return session(token).map(UserId::value);
    }

    @Override
    public Optional<SecondFactor> secondFactor(Scope scope, UserId user) {
        return Optional.of(new SecondFactor(Optional.empty(), 0, false));
    }

    @Override
    public List<ServiceAccount> services(Scope scope) {
        return List.of();
    }

    @Override
    public Watch whenEnded(String token, Runnable then) {
        return () -> {};
    }
}
