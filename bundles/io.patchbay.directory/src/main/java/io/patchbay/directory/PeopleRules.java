// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Place;
import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.RoleId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.people.Grant;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Role;
import io.patchbay.api.people.StaffTerm;
import io.patchbay.api.people.Unit;
import io.patchbay.directory.store.Account;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What may not be done to people, units and roles, beyond lacking the right. */
final class PeopleRules {
    private static final Pattern EXTENSION = Pattern.compile("[0-9]{2,8}");

    private final Snapshot now;
    private final Set<String> declared;
    private final Actor actor;
    private final Instant at;

    PeopleRules(Directory directory, Snapshot now, Actor actor) {
        this(now, directory.declared(), actor, directory.clock().instant());
    }

    private PeopleRules(Snapshot now, Set<String> declared, Actor actor, Instant at) {
        this.now = now;
        this.declared = declared;
        this.actor = actor;
        this.at = at;
    }

    private Scope scope() {
        return actor instanceof Actor.Person person ? person.scope() : Scope.system();
    }

    Optional<Refused> against(Person person) {
        return unitProblem(person.unit())
                .or(() -> now.account(person.user())
                        .map(Account::person)
                        .filter(before -> !scope().sees(before.unit()))
                        .map(before -> refused(
                                Kind.NOT_FOUND,
                                "unknown-person",
                                "There is no person {0} in your units.",
                                "您的机构中没有人员 {0}。",
                                person.user())))
                .or(() -> ownRights(person))
                .or(() -> fresh(person).stream()
                        .flatMap(grant -> grantProblem(person, grant).stream())
                        .findFirst())
                .or(() -> new ProfileRules(now).against(person.profile()))
                .or(() -> extensionProblem(person))
                .or(() -> lockOut(now.with(new Account(person, "", false))));
    }

    private Optional<Refused> unitProblem(UnitId unit) {
        return now.unit(unit).isPresent() && scope().sees(unit)
                ? Optional.empty()
                : Optional.of(refused(
                        Kind.NOT_FOUND, "unknown-unit", "There is no unit {0} among yours.", "您的机构中没有 {0}。", unit));
    }

    /** What he would hold that he does not hold yet; what somebody already has may stay. */
    private Set<Grant> fresh(Person person) {
        Set<Grant> fresh = new HashSet<>(person.grants());
        fresh.removeAll(grantsBefore(person));
        return fresh;
    }

    private Set<Grant> grantsBefore(Person person) {
        return now.account(person.user())
                .map(before -> before.person().grants())
                .orElse(Set.of());
    }

    /** Nobody changes what he may himself, not even through a colleague's review. */
    private Optional<Refused> ownRights(Person person) {
        boolean himself = actor instanceof Actor.Person asking && asking.user().equals(person.user());
        boolean moved = now.account(person.user())
                .filter(before -> !before.person().unit().equals(person.unit()))
                .isPresent();
        return himself && (moved || !person.grants().equals(grantsBefore(person)))
                ? Optional.of(refused(
                        Kind.FORBIDDEN,
                        "own-rights",
                        "Nobody changes his own rights. Ask a colleague who may.",
                        "不能修改自己的权限，请由其他有权限的同事修改。"))
                : Optional.empty();
    }

    private Optional<Refused> grantProblem(Person person, Grant grant) {
        RoleId role = grant.role();
        if (now.role(role).isEmpty()) {
            return Optional.of(refused(Kind.INVALID, "unknown-role", "There is no role {0}.", "没有角色 {0}。", role));
        }
        UnitId where = grant.unit().orElse(person.unit());
        return unitProblem(where).or(() -> beyond(now.permissions(role, declared), where));
    }

    /** Nobody gives away what he does not hold there. */
    private Optional<Refused> beyond(Set<String> permissions, UnitId where) {
        Set<String> missing = new TreeSet<>(permissions);
        missing.removeIf(permission -> scope().may(permission, Place.of(where)));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(refused(
                        Kind.FORBIDDEN,
                        "beyond-own-rights",
                        "You cannot give rights in {1} that you do not hold there: {0}.",
                        "您不能授予自己在 {1} 没有的权限：{0}。",
                        String.join(", ", missing),
                        where));
    }

    private Optional<Refused> extensionProblem(Person person) {
        Optional<String> digits = person.extension();
        if (digits.isPresent() && !EXTENSION.matcher(digits.get()).matches()) {
            return Optional.of(refused(
                    Kind.INVALID,
                    "bad-extension",
                    "The extension must be 2 to 8 digits but is {0}.",
                    "分机号须为 2 至 8 位数字，现为 {0}。",
                    digits.get()));
        }
        return now.people().stream()
                .filter(other -> digits.isPresent()
                        && other.extension().equals(digits)
                        && !other.user().equals(person.user()))
                .findFirst()
                .map(other -> refused(
                        Kind.CONFLICT,
                        "extension-taken",
                        "Extension {0} belongs to {1}.",
                        "分机号 {0} 已属于 {1}。",
                        digits.get(),
                        other.user()));
    }

    /** Somebody who can give rights back must remain, unless there was nobody (first start, demo). */
    private Optional<Refused> lockOut(Snapshot next) {
        return guarded(now) && !guarded(next)
                ? Optional.of(refused(
                        Kind.CONFLICT,
                        "last-administrator",
                        "Nobody would be left who may change people.",
                        "这样将没有人可以管理人员。"))
                : Optional.empty();
    }

    private boolean guarded(Snapshot snapshot) {
        Place root = Place.of(snapshot.root());
        return snapshot.people().stream()
                .anyMatch(person -> snapshot.scope(person, at, declared).may(Permissions.PEOPLE, root));
    }

    Optional<Refused> against(Unit unit) {
        if (unit.name().isBlank() || unit.name().length() > 80) {
            return Optional.of(
                    refused(Kind.INVALID, "bad-name", "The name must have 1 to 80 characters.", "名称须为 1 至 80 个字符。"));
        } else if (unit.parent().isEmpty()) {
            return now.root().equals(unit.id())
                    ? unitProblem(unit.id())
                    : Optional.of(refused(
                            Kind.INVALID,
                            "second-root",
                            "Only {0} has no unit above it.",
                            "只有 {0} 没有上级机构。",
                            now.root()));
        } else if (now.unit(unit.id()).isPresent()) {
            return unitProblem(unit.id())
                    .or(() -> unitProblem(unit.parent().get()))
                    .or(() -> loop(unit));
        }
        return unitProblem(unit.parent().get());
    }

    private Optional<Refused> loop(Unit unit) {
        return now.below(unit.id()).contains(unit.parent().orElseThrow())
                ? Optional.of(refused(
                        Kind.CONFLICT,
                        "unit-loop",
                        "{0} lies below {1} and cannot be above it.",
                        "{0} 在 {1} 之下，不能作为其上级。",
                        unit.parent().get(),
                        unit.id()))
                : Optional.empty();
    }

    Optional<Refused> against(Role role) {
        Set<String> unknown = new TreeSet<>(role.permissions());
        unknown.removeAll(declared);
        if (!unknown.isEmpty()) {
            return Optional.of(refused(
                    Kind.INVALID,
                    "unknown-permission",
                    "No installed feature declares {0}.",
                    "没有已安装的功能声明 {0}。",
                    String.join(", ", unknown)));
        } else if (!scope().sees(now.root())) {
            return Optional.of(global());
        }
        return ownRole(role).or(() -> beyond(role.permissions(), now.root())).or(() -> lockOut(now.with(role)));
    }

    /** A role that one holds is not widened by oneself. */
    private Optional<Refused> ownRole(Role role) {
        Set<String> wider = new HashSet<>(role.permissions());
        wider.removeAll(now.permissions(role.id(), declared));
        boolean his = actor instanceof Actor.Person asking
                && now.account(asking.user())
                        .filter(account -> account.person().grants().stream()
                                .anyMatch(grant -> grant.role().equals(role.id())))
                        .isPresent();
        return his && !wider.isEmpty()
                ? Optional.of(refused(
                        Kind.FORBIDDEN,
                        "own-rights",
                        "You hold the role {0} and cannot widen it yourself.",
                        "您拥有角色 {0}，不能自行扩大其权限。",
                        role.id()))
                : Optional.empty();
    }

    Optional<Refused> against(StaffTerm term) {
        if (!scope().sees(now.root())) {
            return Optional.of(global());
        }
        boolean empty = term.english().isBlank() || term.chinese().isBlank();
        boolean choiceless =
                term.type() == StaffTerm.Type.CHOICE && term.choices().isEmpty();
        return empty || choiceless
                ? Optional.of(refused(
                        Kind.INVALID,
                        "bad-term",
                        "It needs a name in both languages, and a choice needs choices.",
                        "须填写中英文名称；选项类型须列出选项。"))
                : Optional.empty();
    }

    private Refused global() {
        return refused(Kind.FORBIDDEN, "roles-are-global", "This is changed from {0} only.", "只能由 {0} 修改。", now.root());
    }

    Optional<Refused> againstRemoval(RoleId role) {
        return scope().sees(now.root()) ? new Removals(now).against(role) : Optional.of(global());
    }

    Optional<Refused> againstRemoval(UnitId unit) {
        return unitProblem(unit).or(() -> new Removals(now).against(unit));
    }

    Optional<Refused> againstRemoval(StaffTerm.Kind kind, String id) {
        return scope().sees(now.root()) ? new Removals(now).against(kind, id) : Optional.of(global());
    }

    static Refused refused(Kind kind, String code, String english, String chinese, Object... values) {
        return new Refused(kind, Problem.of(code, english, chinese, values));
    }
}
