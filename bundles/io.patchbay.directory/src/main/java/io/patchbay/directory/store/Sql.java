// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Statements that H2 and PostgreSQL read alike, for small tables that need no entities. */
final class Sql {
    private Sql() {}

    /** Rows of a query of two columns or more. */
    @SuppressWarnings("unchecked") // what the specification says of several columns
    static List<Object[]> rows(EntityManager em, String sql, Object... values) {
        return query(em, sql, values).getResultList();
    }

    static int run(EntityManager em, String sql, Object... values) {
        return query(em, sql, values).executeUpdate();
    }

    private static Query query(EntityManager em, String sql, Object... values) {
        Query query = em.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }

    static long number(Object column) {
        return ((Number) column).longValue();
    }

    static Instant at(Object column) {
        return Instant.ofEpochMilli(number(column));
    }

    /** Zero stands for never. */
    static Optional<Instant> maybeAt(Object column) {
        return number(column) == 0 ? Optional.empty() : Optional.of(at(column));
    }

    static boolean flag(Object column) {
        return (Boolean) column;
    }
}
