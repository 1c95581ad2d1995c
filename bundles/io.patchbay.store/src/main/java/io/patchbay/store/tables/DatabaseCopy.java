// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.tables;

import io.patchbay.api.command.Problem;
import io.patchbay.store.copy.Copied;
import io.patchbay.store.copy.CopyFailed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** Brings a migrated target to what the source has: every table, every row compared afterwards. */
final class DatabaseCopy implements AutoCloseable {
    /** The table whose rows never change: of it only what is new is read. */
    private static final String JOURNAL = "journal";

    private final Side source;
    private final Side target;

    DatabaseCopy(Connection source, Connection target) throws SQLException {
        this.source = new Side(source);
        this.target = new Side(target);
    }

    /**
     * Copies.
     *
     * @param frozen whether others may write meanwhile: everything is then read as it is now
     */
    Copied run(boolean frozen) throws SQLException {
        Map<String, Table> here = source.tables();
        Map<String, Table> there = target.tables();
        source.connection().commit();
        if (frozen) {
            source.freeze();
        }
        here.values().forEach(table -> check(table, there.get(table.name())));
        long rows = 0;
        for (Table table : here.values()) {
            rows += copy(table);
        }
        long head = target.number("select max(seq) from " + JOURNAL).orElse(0L);
        target.connection().commit();
        source.connection().commit();
        return new Copied(here.size(), rows, head);
    }

    private static void check(Table table, Table twin) {
        if (twin == null || !table.fits(twin)) {
            throw new CopyFailed(
                    Problem.of(
                            "copy-table",
                            "Table {0} is not the same in the target; give an empty database, or one that the same version and features made.",
                            "目标库中的表 {0} 不一致；请使用空数据库，或由相同版本和功能建立的数据库。",
                            table.name()),
                    null);
        }
    }

    private long copy(Table table) throws SQLException {
        TableCopy copy = new TableCopy(table, source, target);
        boolean journal = table.name().equals(JOURNAL);
        String added = journal ? added() : "";
        Tally read = journal ? copy.append("seq") : copy.copy();
        if (!copy.written(added).same(read)) {
            throw new CopyFailed(
                    Problem.of(
                            "copy-differs",
                            "Table {0} of the target is not what was copied; somebody else writes there.",
                            "目标库中的表 {0} 与所复制的内容不一致，可能有其他程序在写入。",
                            table.name()),
                    null);
        }
        return journal ? target.number("select count(*) from " + JOURNAL).orElse(0L) : read.rows();
    }

    /** An earlier copy of this journal may be there, and nothing else. */
    private String added() throws SQLException {
        long last = target.number("select max(seq) from " + JOURNAL).orElse(0L);
        String hash = "select hash from " + JOURNAL + " where seq = " + last;
        if (last > 0 && !target.text(hash).equals(source.text(hash))) {
            throw new CopyFailed(
                    Problem.of(
                            "copy-foreign",
                            "The target holds the journal of another Patchbay (entry {0}); give an empty database.",
                            "目标库中已有其他 Patchbay 的日志（第 {0} 条），请使用空数据库。",
                            last),
                    null);
        }
        return " where seq > " + last;
    }

    @Override
    public void close() throws SQLException {
        try (source) {
            target.close();
        }
    }
}
