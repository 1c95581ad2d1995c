// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.api.access.Scope;
import io.patchbay.api.people.People;
import io.patchbay.api.people.StaffTerm;
import io.patchbay.api.people.StaffTerms;
import io.patchbay.directory.json.PersonJson;
import io.patchbay.directory.json.RoleJson;
import io.patchbay.directory.json.TermJson;
import io.patchbay.directory.json.UnitJson;
import io.patchbay.spi.config.ConfigPart;
import io.patchbay.spi.config.TextPart;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Units, roles and people in the configuration's text; passwords are not in it. */
final class DirectoryParts {
    private DirectoryParts() {}

    /** {@code units}. */
    @Component(service = ConfigPart.class)
    public static final class Units extends TextPart {
        @Activate
        public Units(@Reference People people) {
            super(new Name("units", "unit"), Set.of(), true, () -> units(people));
        }
    }

    /** {@code roles}. */
    @Component(service = ConfigPart.class)
    public static final class Roles extends TextPart {
        @Activate
        public Roles(@Reference People people) {
            super(new Name("roles", "role"), Set.of(), true, () -> roles(people));
        }
    }

    /** {@code people}. */
    @Component(service = ConfigPart.class)
    public static final class Staff extends TextPart {
        @Activate
        public Staff(@Reference People people) {
            super(
                    new Name("people", "person", "user"),
                    Set.of("units", "roles", "skills", "staff-terms"),
                    false,
                    () -> staff(people));
        }
    }

    /** {@code staff-terms}: posts, levels, groups and fields. */
    @Component(service = ConfigPart.class)
    public static final class Terms extends TextPart {
        @Activate
        public Terms(@Reference StaffTerms terms) {
            super(new Name("staff-terms", "staffTerm", "id"), Set.of(), true, () -> terms(terms));
        }

        /** Terms of different kinds may have the same id: here it is {@code KIND/ID}. */
        @Override
        public Map<String, Object> saving(String id, Map<String, Object> item) {
            Map<String, Object> body = new TreeMap<>(item);
            body.putAll(removing(id));
            return body;
        }

        @Override
        public Map<String, Object> removing(String id) {
            int slash = id.indexOf('/');
            return Map.of("kind", id.substring(0, Math.max(0, slash)), "id", id.substring(slash + 1));
        }
    }

    private static Map<String, Map<String, Object>> terms(StaffTerms terms) {
        Map<String, Map<String, Object>> items = new TreeMap<>();
        for (StaffTerm term : terms.terms()) {
            Map<String, Object> fields = without(TermJson.of(term), "id");
            fields.remove("kind");
            items.put(term.kind().wire() + "/" + term.id(), fields);
        }
        return items;
    }

    private static Map<String, Map<String, Object>> units(People people) {
        Map<String, Map<String, Object>> items = new TreeMap<>();
        people.units(Scope.system()).forEach(unit -> items.put(unit.id().value(), without(UnitJson.of(unit), "unit")));
        return items;
    }

    private static Map<String, Map<String, Object>> roles(People people) {
        Map<String, Map<String, Object>> items = new TreeMap<>();
        people.roles().forEach(role -> items.put(role.id().value(), without(RoleJson.of(role), "role")));
        return items;
    }

    private static Map<String, Map<String, Object>> staff(People people) {
        Map<String, Map<String, Object>> items = new TreeMap<>();
        people.people(Scope.system())
                .forEach(person -> items.put(person.user().value(), without(PersonJson.of(person), "user")));
        return items;
    }

    private static Map<String, Object> without(Map<String, Object> whole, String id) {
        Map<String, Object> fields = new TreeMap<>(whole);
        fields.remove(id);
        return fields;
    }
}
