// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.store;

import io.patchbay.api.people.Person;
import io.patchbay.api.people.Role;
import io.patchbay.api.people.Unit;
import io.patchbay.directory.json.PersonJson;
import io.patchbay.store.json.CanonicalJson;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Keeps how people, roles and units were, with every change of them. */
final class Past {
    private Past() {}

    static void keep(EntityManager em, Instant at, Unit unit) {
        Map<String, Object> body = new TreeMap<>(Map.of("name", unit.name()));
        unit.parent().ifPresent(parent -> body.put("parent", parent.value()));
        begin(em, at, "unit:" + unit.id(), body);
    }

    static void keep(EntityManager em, Instant at, Role role) {
        begin(
                em,
                at,
                "role:" + role.id(),
                Map.of("permissions", java.util.List.<Object>copyOf(new TreeSet<>(role.permissions()))));
    }

    static void keep(EntityManager em, Instant at, Person person) {
        begin(
                em,
                at,
                "person:" + person.user(),
                Map.of(
                        "name",
                        person.name(),
                        "unit",
                        person.unit().value(),
                        "enabled",
                        person.enabled(),
                        "grants",
                        PersonJson.grants(person.grants())));
    }

    /** The present row ends; another begins if it says something else. */
    private static void begin(EntityManager em, Instant at, String thing, Map<String, Object> body) {
        String text = CanonicalJson.write(body);
        boolean same = !em.createQuery(
                        "select r from PastRow r where r.thing = :thing and r.untilMillis = :ever and r.body = :body",
                        PastRow.class)
                .setParameter("thing", thing)
                .setParameter("ever", Long.MAX_VALUE)
                .setParameter("body", text)
                .getResultList()
                .isEmpty();
        if (!same) {
            end(em, at, thing);
            em.merge(new PastRow(thing, at.toEpochMilli(), text));
        }
    }

    /** The thing is gone. */
    static void end(EntityManager em, Instant at, String thing) {
        em.createQuery("update PastRow r set r.untilMillis = :at where r.thing = :thing and r.untilMillis = :ever")
                .setParameter("at", at.toEpochMilli())
                .setParameter("thing", thing)
                .setParameter("ever", Long.MAX_VALUE)
                .executeUpdate();
    }
}
