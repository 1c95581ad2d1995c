// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import static io.patchbay.directory.PeopleRules.refused;

import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.id.RoleId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Profile;
import io.patchbay.api.people.StaffTerm;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Nothing is removed from under the people who have it. */
final class Removals {
    private final Snapshot now;

    Removals(Snapshot now) {
        this.now = now;
    }

    Optional<Refused> against(RoleId role) {
        if (now.role(role).isEmpty()) {
            return Optional.of(refused(Kind.NOT_FOUND, "unknown-role", "There is no role {0}.", "没有角色 {0}。", role));
        } else if (role.equals(FirstStart.ADMINISTRATOR)) {
            return Optional.of(
                    refused(Kind.CONFLICT, "last-administrator", "The role {0} always stays.", "角色 {0} 不能删除。", role));
        }
        return held(person ->
                        person.grants().stream().anyMatch(grant -> grant.role().equals(role)))
                .map(holders -> refused(
                        Kind.CONFLICT,
                        "role-in-use",
                        "The role {0} is held by {1}. Take it from them first.",
                        "角色 {0} 仍由 {1} 持有，请先收回。",
                        role,
                        holders));
    }

    Optional<Refused> against(UnitId unit) {
        if (now.below(unit).size() > 1 || unit.equals(now.root())) {
            return Optional.of(refused(
                    Kind.CONFLICT,
                    "unit-has-units",
                    "{0} has units below it or is the root.",
                    "{0} 有下级机构或为根机构，不能删除。",
                    unit));
        }
        return held(person -> person.unit().equals(unit)
                        || person.grants().stream()
                                .anyMatch(grant -> grant.unit().equals(Optional.of(unit))))
                .map(holders -> refused(
                        Kind.CONFLICT,
                        "unit-has-people",
                        "{0} has people or gives them rights: {1}. Move them first.",
                        "{0} 下仍有人员或授权：{1}，请先调离。",
                        unit,
                        holders));
    }

    Optional<Refused> against(StaffTerm.Kind kind, String id) {
        if (now.term(kind, id).isEmpty()) {
            return Optional.of(refused(
                    Kind.NOT_FOUND, "unknown-term", "There is no {0} \"{1}\".", "没有{0}“{1}”。", kind.wire(), id));
        }
        return held(person -> has(person.profile(), kind, id))
                .map(holders -> refused(
                        Kind.CONFLICT,
                        "term-in-use",
                        "\"{0}\" is kept for {1}. Change them first.",
                        "“{0}”仍被 {1} 使用，请先修改。",
                        id,
                        holders));
    }

    private static boolean has(Profile profile, StaffTerm.Kind kind, String id) {
        return switch (kind) {
            case POST -> profile.post().equals(Optional.of(id));
            case LEVEL -> profile.level().equals(Optional.of(id));
            case GROUP -> profile.groups().contains(id);
            case FIELD -> profile.fields().containsKey(id);
        };
    }

    /** Some of those who have it; empty if nobody does. */
    private Optional<String> held(Predicate<Person> has) {
        List<UserId> holders =
                now.people().stream().filter(has).map(Person::user).toList();
        String names = holders.stream().limit(5).map(UserId::value).collect(Collectors.joining(", "));
        return Optional.of(holders.size() > 5 ? names + " … (" + holders.size() + ")" : names)
                .filter(text -> !text.isEmpty());
    }
}
