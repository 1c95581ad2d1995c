// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.json;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.RoleId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.people.Grant;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Profile;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A person as JSON values: in commands, in tables, in what reviewers compare. Equal people give equal text. */
public final class PersonJson {
    private PersonJson() {}

    /** All of a person. */
    public static Map<String, Object> of(Person person) {
        Map<String, Object> body = new TreeMap<>(profile(person.profile()));
        body.put("user", person.user().value());
        body.put("name", person.name());
        body.put("unit", person.unit().value());
        body.put("grants", grants(person.grants()));
        body.put("skills", counts(person.work().skills()));
        body.put("capacity", counts(person.work().capacity()));
        person.extension().ifPresent(digits -> body.put("extension", digits));
        body.put("enabled", person.enabled());
        return body;
    }

    /** The grants, in a fixed order. */
    public static List<Object> grants(Collection<Grant> grants) {
        return grants.stream()
                .sorted(Comparator.comparing(grant -> grant(grant).toString()))
                .map(grant -> (Object) grant(grant))
                .toList();
    }

    private static Map<String, Object> grant(Grant grant) {
        Map<String, Object> body = new TreeMap<>();
        body.put("role", grant.role().value());
        grant.unit().ifPresent(unit -> body.put("unit", unit.value()));
        if (!grant.queues().isEmpty()) {
            body.put("queues", texts(grant.queues()));
        }
        if (!grant.channels().isEmpty()) {
            body.put("channels", texts(grant.channels()));
        }
        grant.from().ifPresent(from -> body.put("from", from.toString()));
        grant.until().ifPresent(until -> body.put("until", until.toString()));
        return body;
    }

    /** What else is kept. */
    public static Map<String, Object> profile(Profile profile) {
        Map<String, Object> body = new TreeMap<>();
        profile.post().ifPresent(post -> body.put("post", post));
        profile.level().ifPresent(level -> body.put("level", level));
        if (!profile.groups().isEmpty()) {
            body.put("groups", texts(profile.groups()));
        }
        if (!profile.fields().isEmpty()) {
            body.put("fields", new TreeMap<String, Object>(profile.fields()));
        }
        return body;
    }

    private static List<Object> texts(Collection<?> ids) {
        return List.copyOf(new TreeSet<>(ids.stream().map(Object::toString).toList()));
    }

    private static Map<String, Object> counts(Map<?, Integer> counts) {
        Map<String, Object> texts = new TreeMap<>();
        counts.forEach((id, count) -> texts.put(id.toString(), count));
        return texts;
    }

    /** Reads a person; {@code roles} stands for grants without limits. */
    public static Person person(PeopleFields fields) {
        return new Person(
                new UserId(fields.text("user")),
                fields.text("name"),
                new UnitId(fields.text("unit")),
                grants(fields),
                new Person.Work(fields.counts("skills", SkillId::new), fields.counts("capacity", WorkKind::new)),
                fields.maybeText("extension"),
                fields.flag("enabled", true),
                profile(fields));
    }

    /** Reads {@code grants} and {@code roles}. */
    public static Set<Grant> grants(PeopleFields fields) {
        Set<Grant> grants = new java.util.HashSet<>();
        fields.objects("grants").forEach(grant -> grants.add(grant(grant)));
        fields.set("roles", RoleId::new).forEach(role -> grants.add(Grant.of(role)));
        return grants;
    }

    private static Grant grant(PeopleFields fields) {
        Optional<UnitId> unit = fields.maybeText("unit").map(UnitId::new);
        return new Grant(
                new RoleId(fields.text("role")),
                unit,
                fields.set("queues", QueueId::new),
                fields.set("channels", ChannelKey::new),
                fields.maybeInstant("from"),
                fields.maybeInstant("until"));
    }

    /** Reads post, level, groups and fields. */
    public static Profile profile(PeopleFields fields) {
        return new Profile(
                fields.maybeText("post"),
                fields.maybeText("level"),
                fields.set("groups", text -> text),
                fields.words("fields"));
    }
}
