// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.api.access.Place;
import io.patchbay.api.access.Reach;
import io.patchbay.api.id.RoleId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.Grant;
import io.patchbay.api.people.PeoplePast.CouldSee;
import io.patchbay.directory.json.PeopleFields;
import io.patchbay.directory.json.PersonJson;
import io.patchbay.directory.store.PeopleTables;
import io.patchbay.directory.store.PeopleTables.Was;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rights in a span of the past: looked at between every two moments at which anything about them changed. */
final class RightsPast {
    private final Instant from;
    private final Instant until;
    private final List<Was> units;
    private final List<Was> roles;
    private final List<Was> people;
    private final NavigableSet<Instant> moments;

    RightsPast(PeopleTables tables, Instant from, Instant until) {
        this.from = from;
        this.until = until;
        units = tables.past("unit", from, until);
        roles = tables.past("role", from, until);
        people = tables.past("person", from, until);
        moments = moments();
    }

    List<CouldSee> couldSee(String permission, List<Place> places) {
        Map<String, CouldSee> found = new TreeMap<>();
        for (Instant at : moments) {
            House house = new House(at, permission);
            for (Was was : at(people, at)) {
                Seen seen = new Seen(was);
                if (seen.enabled() && sees(seen.reaches(house), permission, places)) {
                    found.merge(was.id(), seen.at(at, next(at), house), RightsPast::longer);
                }
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparing(CouldSee::name).thenComparing(CouldSee::user))
                .toList();
    }

    private static boolean sees(List<Reach> reaches, String permission, List<Place> places) {
        return reaches.stream()
                .filter(reach -> reach.permissions().contains(permission))
                .anyMatch(reach -> places.stream().anyMatch(reach::covers));
    }

    private static CouldSee longer(CouldSee first, CouldSee then) {
        Set<RoleId> roles = new TreeSet<>(first.roles());
        roles.addAll(then.roles());
        return new CouldSee(first.user(), then.name(), then.unit(), roles, first.from(), then.until());
    }

    /** The begin, and every moment within at which a person, a role, a unit or a grant began or ended. */
    private NavigableSet<Instant> moments() {
        NavigableSet<Instant> moments = new TreeSet<>(Set.of(from));
        Stream.of(units, roles, people)
                .flatMap(List::stream)
                .flatMap(was -> Stream.of(was.from(), was.until()))
                .filter(this::within)
                .forEach(moments::add);
        people.stream()
                .flatMap(was -> new Seen(was).grants().stream())
                .flatMap(grant -> Stream.of(grant.from(), grant.until()))
                .flatMap(Optional::stream)
                .filter(this::within)
                .forEach(moments::add);
        return moments;
    }

    private boolean within(Instant at) {
        return at.isAfter(from) && at.isBefore(until);
    }

    private Instant next(Instant at) {
        return Optional.ofNullable(moments.higher(at)).orElse(until);
    }

    private static List<Was> at(Collection<Was> all, Instant at) {
        return all.stream()
                .filter(was -> !was.from().isAfter(at) && was.until().isAfter(at))
                .toList();
    }

    /** A person as he was. */
    private record Seen(Was was) {
        boolean enabled() {
            return Boolean.TRUE.equals(was.body().get("enabled"));
        }

        UnitId unit() {
            return new UnitId((String) was.body().get("unit"));
        }

        Set<Grant> grants() {
            return PersonJson.grants(new PeopleFields(was.body()));
        }

        List<Reach> reaches(House house) {
            return Rights.reaches(unit(), grants(), house.at, house);
        }

        CouldSee at(Instant since, Instant end, House house) {
            Set<RoleId> giving = grants().stream()
                    .filter(grant -> grant.holds(since))
                    .map(Grant::role)
                    .filter(role -> !house.permissions(role).isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
            return new CouldSee(new UserId(was.id()), (String) was.body().get("name"), unit(), giving, since, end);
        }
    }

    /** Units and roles as they were, looked at for one permission. */
    private final class House implements Rights.House {
        private final Instant at;
        private final String permission;
        private final Map<String, Was> roleById;
        private final List<Was> tree;

        House(Instant at, String permission) {
            this.at = at;
            this.permission = permission;
            roleById = at(roles, at).stream().collect(Collectors.toMap(Was::id, was -> was));
            tree = at(units, at);
        }

        @Override
        public Collection<UnitId> below(UnitId top) {
            List<UnitId> found = new ArrayList<>();
            Deque<String> open = new ArrayDeque<>(List.of(top.value()));
            while (!open.isEmpty()) {
                String unit = open.poll();
                found.add(new UnitId(unit));
                tree.stream()
                        .filter(was -> unit.equals(was.body().get("parent")))
                        .forEach(was -> open.add(was.id()));
            }
            return found;
        }

        /** Only the permission that is asked for matters. */
        @Override
        public Set<String> permissions(RoleId role) {
            Was was = roleById.get(role.value());
            boolean holds = role.equals(FirstStart.ADMINISTRATOR)
                    || (was != null && ((List<?>) was.body().get("permissions")).contains(permission));
            return holds ? Set.of(permission) : Set.of();
        }
    }
}
