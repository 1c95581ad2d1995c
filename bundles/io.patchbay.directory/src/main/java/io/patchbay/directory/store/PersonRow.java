// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.store;

import io.patchbay.api.id.RoleId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.people.Grant;
import io.patchbay.api.people.Person;
import io.patchbay.directory.json.PeopleFields;
import io.patchbay.directory.json.PersonJson;
import io.patchbay.store.json.CanonicalJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A person and his password in their table. */
@Entity
@Table(name = "person")
public class PersonRow {
    @Id
    private String id;

    private String name;
    private String unit;
    private String roles;
    private String grants;
    private String profile;
    private String skills;
    private String capacity;
    private String extension;
    private boolean enabled;
    private String password;

    @Column(name = "must_change")
    private boolean mustChange;

    /** For EclipseLink. */
    protected PersonRow() {}

    PersonRow(Account account) {
        Person person = account.person();
        id = person.user().value();
        name = person.name();
        unit = person.unit().value();
        roles = Words.of(person.grants().stream().map(Grant::role).collect(Collectors.toSet()));
        grants = CanonicalJson.write(Map.of("grants", PersonJson.grants(person.grants())));
        profile = CanonicalJson.write(PersonJson.profile(person.profile()));
        skills = Words.of(person.work().skills());
        capacity = Words.of(person.work().capacity());
        extension = person.extension().orElse("");
        enabled = person.enabled();
        password = account.password();
        mustChange = account.mustChange();
    }

    Account account() {
        Person person = new Person(
                new UserId(id),
                name,
                new UnitId(unit),
                grants(),
                new Person.Work(Words.map(skills, SkillId::new), Words.map(capacity, WorkKind::new)),
                Optional.of(extension).filter(digits -> !digits.isEmpty()),
                enabled,
                PersonJson.profile(new PeopleFields(CanonicalJson.read(profile))));
        return new Account(person, password, mustChange);
    }

    /** A row that is older than limits has roles alone. */
    private Set<Grant> grants() {
        return grants.isEmpty()
                ? Words.set(roles, RoleId::new).stream().map(Grant::of).collect(Collectors.toSet())
                : PersonJson.grants(new PeopleFields(CanonicalJson.read(grants)));
    }
}
