// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What a liar has: the database, and the disk. */
record Tools(Connection connection, Path home) {
    void sql(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    void body(long seq, UnaryOperator<String> change) throws SQLException {
        String before = text("select body from journal where seq = " + seq);
        String after = change.apply(before);
        if (before.equals(after)) {
            throw new IllegalStateException("nothing changed in " + before);
        }
        try (PreparedStatement update = connection.prepareStatement("update journal set body = ? where seq = ?")) {
            update.setString(1, after);
            update.setLong(2, seq);
            update.executeUpdate();
        }
    }

    byte[] bytes(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getBytes(1);
        }
    }

    void bytes(String update, byte[] bytes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setBytes(1, bytes);
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("not one row: " + update);
            }
        }
    }

    void sealed(long seq, UnaryOperator<byte[]> change) throws SQLException {
        byte[] before = bytes("select sealed from journal where seq = " + seq);
        bytes("update journal set sealed = ? where seq = " + seq, change.apply(before));
    }

    void key(String owner, UnaryOperator<byte[]> change) throws SQLException {
        byte[] before = bytes("select wrapped from content_key where owner = '" + owner + "'");
        bytes("update content_key set wrapped = ? where owner = '" + owner + "'", change.apply(before));
    }

    static byte[] flipped(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 1;
        return changed;
    }

    /** Computes the hashes anew from one entry to another, as somebody does who knows the code. */
    void rechain(long from, long to) throws SQLException {
        RawJournal journal = new RawJournal(connection);
        String[] previous = {
            from == 1 ? RawLine.GENESIS : journal.hash(from - 1).orElseThrow()
        };
        journal.each(lines -> {
            for (RawLine line : lines) {
                if (line.seq() >= from && line.seq() <= to) {
                    previous[0] = line.chained(previous[0]);
                    sql("update journal set hash = '" + previous[0] + "' where seq = " + line.seq());
                }
            }
        });
    }

    /** The nth file of a kind, by name. */
    Path file(String ending, int number) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            List<Path> found = all.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
            return found.get(number);
        }
    }

    void write(Path file, UnaryOperator<byte[]> change) throws IOException {
        Files.write(file, change.apply(Files.readAllBytes(file)));
    }
}
