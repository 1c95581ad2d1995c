// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.api.command.Actor;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Role;
import io.patchbay.api.people.Unit;
import io.patchbay.directory.store.PeopleTables.Told;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The directory's journal entries. */
public final class Entries {
    private final InstantSource clock;

    /**
     * Entries of one clock.
     *
     * @param clock says when
     */
    public Entries(InstantSource clock) {
        this.clock = clock;
    }

    Told saved(Actor actor, String key, Person person, boolean withPassword) {
        Map<String, Object> body = new TreeMap<>(Map.of(
                "user", person.user().value(),
                "unit", person.unit().value(),
                "roles", texts(person.roles()),
                "skills", counts(person.work().skills()),
                "capacity", counts(person.work().capacity()),
                "enabled", person.enabled(),
                "password", withPassword));
        person.extension().ifPresent(digits -> body.put("extension", digits));
        return new Told(entry("person.saved", actor.text(), person.unit(), body), key);
    }

    private static List<Object> texts(Collection<?> ids) {
        return ids.stream()
                .map(Object::toString)
                .sorted()
                .map(Object.class::cast)
                .toList();
    }

    private static Map<String, Object> counts(Map<?, Integer> counts) {
        Map<String, Object> texts = new TreeMap<>();
        counts.forEach((id, count) -> texts.put(id.toString(), count));
        return texts;
    }

    Told saved(Actor actor, String key, Unit unit) {
        Map<String, Object> body = new TreeMap<>(Map.of(
                "unit", unit.id().value(),
                "name", unit.name(),
                "zone", unit.zone().getId()));
        unit.parent().ifPresent(parent -> body.put("parent", parent.value()));
        return new Told(entry("unit.saved", actor.text(), unit.id(), body), key);
    }

    Told saved(Actor actor, String key, UnitId root, Role role) {
        Map<String, Object> body =
                Map.of("role", role.id().value(), "name", role.name(), "permissions", texts(role.permissions()));
        return new Told(entry("role.saved", actor.text(), root, body), key);
    }

    Told passwordChanged(Actor actor, String key, Person person) {
        return new Told(
                entry(
                        "password.changed",
                        actor.text(),
                        person.unit(),
                        Map.of("user", person.user().value())),
                key);
    }

    /**
     * What came of an attempt to sign in.
     *
     * @param type {@code signIn.succeeded}, {@code signIn.failed} or {@code signIn.locked}
     * @param person whose account it is
     * @param facts more of the body
     * @return the entry
     */
    public JournalDraft signIn(String type, Person person, Map<String, Object> facts) {
        Map<String, Object> body = new TreeMap<>(facts);
        body.put("user", person.user().value());
        UserId user = person.user();
        String actor = type.equals("signIn.succeeded") ? "user:" + user : "system:directory";
        return entry(type, actor, person.unit(), body);
    }

    private JournalDraft entry(String type, String actor, UnitId unit, Map<String, Object> body) {
        return JournalDraft.act(clock.instant(), type, actor, unit, body);
    }
}
