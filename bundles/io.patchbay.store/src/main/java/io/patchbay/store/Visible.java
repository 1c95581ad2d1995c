// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store;

import io.patchbay.api.access.Reach;
import io.patchbay.api.access.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The SQL condition that keeps a query within a reader's rights.
 *
 * @param condition in brackets, with question marks
 * @param values for the question marks, in order
 */
public record Visible(String condition, List<Object> values) {
    public Visible {
        values = List.copyOf(values);
    }

    /**
     * For rows that have only a unit.
     *
     * @param scope who asks
     * @param permission what shows such rows
     * @param unit the column of the unit
     * @return the condition; true for the system, false for a reader without the permission
     */
    public static Visible byUnit(Scope scope, String permission, String unit) {
        return of(scope, permission, List.of(unit));
    }

    /**
     * For rows that have a unit, a queue and a channel.
     *
     * @param scope who asks
     * @param permission what shows such rows
     * @param unit the column of the unit
     * @param queue the column of the queue
     * @param channel the column of the channel
     * @return the condition; true for the system, false for a reader without the permission
     */
    public static Visible byPlace(Scope scope, String permission, String unit, String queue, String channel) {
        return of(scope, permission, List.of(unit, queue, channel));
    }

    private static Visible of(Scope scope, String permission, List<String> columns) {
        if (scope.everywhere()) {
            return new Visible("(1 = 1)", List.of());
        }
        StringBuilder sql = new StringBuilder("(1 = 0");
        List<Object> values = new ArrayList<>();
        for (Reach reach : scope.reaching(permission)) {
            if (!reach.units().isEmpty()) {
                sql.append(" or (").append(among(columns.get(0), reach.units(), values));
                if (columns.size() > 1) {
                    limit(sql, columns.get(1), reach.queues(), values);
                    limit(sql, columns.get(2), reach.channels(), values);
                }
                sql.append(')');
            }
        }
        return new Visible(sql.append(')').toString(), values);
    }

    private static void limit(StringBuilder sql, String column, Set<?> ids, List<Object> values) {
        if (!ids.isEmpty()) {
            sql.append(" and ").append(among(column, ids, values));
        }
    }

    private static String among(String column, Set<?> ids, List<Object> values) {
        ids.forEach(id -> values.add(id.toString()));
        return column + " in (" + String.join(",", Collections.nCopies(ids.size(), "?")) + ")";
    }
}
