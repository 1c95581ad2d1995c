// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.tables;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings one table of the target to what the source has, and compares them row by row. */
final class TableCopy {
    private static final int BATCH = 500;
    private static final int COMMIT = 10_000;

    private final Table table;
    private final Side source;
    private final Side target;

    TableCopy(Table table, Side source, Side target) {
        this.table = table;
        this.source = source;
        this.target = target;
    }

    /** Copies what is missing and differs, takes away what is too much; gives what the source has. */
    Tally copy() throws SQLException {
        if (table.key().isEmpty()) {
            target.run("delete from " + table.name()); // no row can be told from another: all of them anew
        }
        boolean empty = target.number("select count(*) from " + table.name()).orElse(0L) == 0;
        Tally tally = empty ? fill("") : settle();
        target.countOn(table);
        target.connection().commit();
        return tally;
    }

    /** Copies rows whose number is higher than any in the target: of a table whose rows never change. */
    Tally append(String number) throws SQLException {
        long last =
                target.number("select max(" + number + ") from " + table.name()).orElse(0L);
        return fill(" where " + number + " > " + last + " order by " + number);
    }

    private Tally fill(String condition) throws SQLException {
        Tally tally = new Tally();
        try (PreparedStatement insert = target.connection().prepareStatement(table.insert())) {
            source.rows(table, condition, row -> {
                row.write(insert, 1);
                insert.addBatch();
                tally.add(row);
                if (tally.rows() % BATCH == 0) {
                    insert.executeBatch();
                }
                if (tally.rows() % COMMIT == 0) {
                    target.connection().commit();
                }
            });
            insert.executeBatch();
        }
        target.connection().commit();
        return tally;
    }

    private Tally settle() throws SQLException {
        Tally tally = new Tally();
        List<Row> page = new ArrayList<>(BATCH);
        source.rows(table, "", row -> {
            tally.add(row);
            page.add(row);
            if (page.size() == BATCH) {
                settle(page);
            }
        });
        settle(page);
        if (target.number("select count(*) from " + table.name()).orElse(0L) > tally.rows()) {
            prune();
        }
        return tally;
    }

    private void settle(List<Row> page) throws SQLException {
        if (page.isEmpty()) {
            return;
        }
        Map<List<Object>, Row> there = target.among(table, page);
        try (PreparedStatement insert = target.connection().prepareStatement(table.insert());
                PreparedStatement update = target.connection().prepareStatement(table.update())) {
            for (Row row : page) {
                Row old = there.get(row.key());
                if (old == null) {
                    row.write(insert, 1);
                    insert.addBatch();
                } else if (!old.same(row)) {
                    row.writeKey(update, row.write(update, 1));
                    update.addBatch();
                }
            }
            insert.executeBatch();
            update.executeBatch();
        }
        target.connection().commit();
        page.clear();
    }

    /** Takes away what is only in the target. */
    private void prune() throws SQLException {
        List<Row> gone = new ArrayList<>();
        List<Row> page = new ArrayList<>(BATCH);
        target.rows(table, "", row -> {
            page.add(row);
            if (page.size() == BATCH) {
                onlyThere(page, gone);
            }
        });
        onlyThere(page, gone);
        try (PreparedStatement delete = target.connection().prepareStatement(table.delete())) {
            for (Row row : gone) {
                row.writeKey(delete, 1);
                delete.addBatch();
            }
            delete.executeBatch();
        }
        target.connection().commit();
    }

    private void onlyThere(List<Row> page, List<Row> gone) throws SQLException {
        if (!page.isEmpty()) {
            Map<List<Object>, Row> here = source.among(table, page);
            page.stream().filter(row -> !here.containsKey(row.key())).forEach(gone::add);
            page.clear();
        }
    }

    /** What the target has. */
    Tally written(String condition) throws SQLException {
        Tally tally = new Tally();
        target.rows(table, condition, tally::add);
        target.connection().commit();
        return tally;
    }
}
