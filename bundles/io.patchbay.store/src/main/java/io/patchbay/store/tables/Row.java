// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.tables;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One row of a table. */
record Row(Table table, List<Object> values) {
    static Row read(Table table, ResultSet result) throws SQLException {
        List<Object> values = new ArrayList<>(table.columns().size());
        for (int i = 0; i < table.columns().size(); i++) {
            Object value = table.columns().get(i).kind().read(result, i + 1);
            values.add(result.wasNull() ? null : value);
        }
        return new Row(table, values);
    }

    /** Sets all columns from the given place on. */
    int write(PreparedStatement statement, int from) throws SQLException {
        int place = from;
        for (int i = 0; i < values.size(); i++) {
            table.columns().get(i).kind().write(statement, place++, values.get(i));
        }
        return place;
    }

    int writeKey(PreparedStatement statement, int from) throws SQLException {
        int place = from;
        for (int column : table.keyPlaces()) {
            table.columns().get(column).kind().write(statement, place++, values.get(column));
        }
        return place;
    }

    /** The primary key's values. */
    List<Object> key() {
        return table.keyPlaces().stream().map(values::get).toList();
    }

    /** SHA-256 of all values, each with its length; -1 stands for null. */
    byte[] digest() {
        MessageDigest sha = sha256();
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            byte[] bytes =
                    value == null ? new byte[0] : table.columns().get(i).kind().bytes(value);
            sha.update(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(value == null ? -1 : bytes.length)
                    .array());
            sha.update(bytes);
        }
        return sha.digest();
    }

    boolean same(Row other) {
        return Arrays.equals(digest(), other.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
