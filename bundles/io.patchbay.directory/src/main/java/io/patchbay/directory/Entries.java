// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.api.command.Actor;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.journal.Change;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Role;
import io.patchbay.api.people.StaffTerm;
import io.patchbay.api.people.Unit;
import io.patchbay.directory.json.PersonJson;
import io.patchbay.directory.json.RoleJson;
import io.patchbay.directory.json.TermJson;
import io.patchbay.directory.json.UnitJson;
import io.patchbay.directory.store.PeopleTables.Told;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

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

    /** Names and what else is kept about staff are sealed under the person's own key. */
    Told saved(Actor actor, String key, Optional<Person> before, Person person, boolean withPassword) {
        Change change = Change.of(before.map(Entries::staff).orElse(Map.of()), staff(person));
        Map<String, Object> body = change.into(Map.of(
                "user", person.user().value(),
                "unit", person.unit().value(),
                "enabled", person.enabled(),
                "password", withPassword));
        JournalDraft act = entry("person.saved", actor, person.unit(), body);
        return new Told(
                new JournalDraft(
                        act.at(),
                        act.type(),
                        act.version(),
                        act.subject(),
                        act.actor(),
                        act.unit(),
                        act.epoch(),
                        act.body(),
                        Optional.of(owner(person.user()))),
                key);
    }

    private static Map<String, Object> staff(Person person) {
        Map<String, Object> fields = new TreeMap<>(PersonJson.of(person));
        fields.computeIfPresent("name", (field, name) -> new Confidential.Clear((String) name));
        fields.computeIfPresent("fields", (field, kept) -> new Confidential.Clear(kept.toString()));
        return fields;
    }

    /** Whose key seals what is kept about a member of staff. */
    static ContentOwner owner(UserId user) {
        return new ContentOwner(
                ContentOwner.Kind.STAFF, UUID.nameUUIDFromBytes(("staff:" + user).getBytes(StandardCharsets.UTF_8)));
    }

    Told saved(Actor actor, String key, Optional<Unit> before, Unit unit) {
        Change change = Change.of(before.map(UnitJson::of).orElse(Map.of()), UnitJson.of(unit));
        return new Told(
                entry(
                        "unit.saved",
                        actor,
                        unit.id(),
                        change.into(Map.of("unit", unit.id().value()))),
                key);
    }

    Told saved(Actor actor, String key, UnitId root, Optional<Role> before, Role role) {
        Change change = Change.of(before.map(RoleJson::of).orElse(Map.of()), RoleJson.of(role));
        return new Told(
                entry(
                        "role.saved",
                        actor,
                        root,
                        change.into(Map.of("role", role.id().value()))),
                key);
    }

    Told saved(Actor actor, String key, UnitId root, Optional<StaffTerm> before, StaffTerm term) {
        Change change = Change.of(before.map(TermJson::of).orElse(Map.of()), TermJson.of(term));
        Map<String, Object> body = change.into(Map.of("kind", term.kind().wire(), "term", term.id()));
        return new Told(entry("staffTerm.saved", actor, root, body), key);
    }

    /** Something is gone; {@code name} is the field that names it. */
    Told removed(Actor actor, String key, UnitId unit, String type, String name, String id, Map<String, Object> was) {
        Change change = Change.of(was, Map.of());
        return new Told(entry(type, actor, unit, change.into(Map.of(name, id))), key);
    }

    Told passwordChanged(Actor actor, String key, Person person) {
        return new Told(
                entry(
                        "password.changed",
                        actor,
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
        return JournalDraft.act(clock.instant(), type, actor, person.unit(), body);
    }

    private JournalDraft entry(String type, Actor actor, UnitId unit, Map<String, Object> body) {
        return JournalDraft.act(clock.instant(), type, actor, unit, body);
    }
}
