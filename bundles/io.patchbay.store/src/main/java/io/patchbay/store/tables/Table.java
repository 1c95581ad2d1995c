// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.tables;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table as its database describes it, names in small letters.
 *
 * @param columns sorted by name, the same order on every database
 * @param key names of the primary key's columns; empty if it has none
 * @param counter the column that counts by itself
 */
record Table(String name, List<Column> columns, List<String> key, Optional<String> counter) {
    /** A column and how its values are carried. */
    record Column(String name, Kind kind) {}

    String select() {
        return "select " + names() + " from " + name;
    }

    String insert() {
        return "insert into " + name + " (" + names() + ") values (" + marks(columns.size()) + ")";
    }

    String update() {
        return "update " + name + " set "
                + columns.stream().map(column -> column.name() + " = ?").collect(Collectors.joining(", ")) + " where "
                + oneKey();
    }

    String delete() {
        return "delete from " + name + " where " + oneKey();
    }

    /** Which of so many keys are there. */
    String selectAmong(int keys) {
        String one = key.size() == 1 ? "?" : "(" + marks(key.size()) + ")";
        return select() + " where (" + String.join(", ", key) + ") in ("
                + String.join(", ", java.util.Collections.nCopies(keys, one)) + ")";
    }

    private String oneKey() {
        return key.stream().map(column -> column + " = ?").collect(Collectors.joining(" and "));
    }

    private String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private static String marks(int count) {
        return String.join(", ", java.util.Collections.nCopies(count, "?"));
    }

    List<Integer> keyPlaces() {
        List<String> names = columns.stream().map(Column::name).toList();
        return key.stream().map(names::indexOf).toList();
    }

    /** The same columns with the same kinds of values. */
    boolean fits(Table other) {
        return columns.equals(other.columns) && key.equals(other.key);
    }
}
