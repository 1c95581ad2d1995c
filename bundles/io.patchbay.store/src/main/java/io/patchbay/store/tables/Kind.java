// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.tables;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * How values of a column are carried between databases: as the same Java value, and as the same bytes for comparing.
 */
enum Kind {
    WHOLE {
        @Override
        Object read(ResultSet row, int place) throws SQLException {
            return row.getLong(place);
        }

        @Override
        byte[] bytes(Object value) {
            return ByteBuffer.allocate(Long.BYTES).putLong((Long) value).array();
        }
    },
    REAL {
        @Override
        Object read(ResultSet row, int place) throws SQLException {
            return row.getDouble(place);
        }

        @Override
        byte[] bytes(Object value) {
            return ByteBuffer.allocate(Double.BYTES).putDouble((Double) value).array();
        }
    },
    TRUTH {
        @Override
        Object read(ResultSet row, int place) throws SQLException {
            return row.getBoolean(place);
        }

        @Override
        byte[] bytes(Object value) {
            return new byte[] {(byte) ((Boolean) value ? 1 : 0)};
        }
    },
    ID {
        @Override
        Object read(ResultSet row, int place) throws SQLException {
            return row.getObject(place, UUID.class);
        }

        @Override
        byte[] bytes(Object value) {
            UUID id = (UUID) value;
            return ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array();
        }
    },
    TEXT {
        @Override
        Object read(ResultSet row, int place) throws SQLException {
            return row.getString(place);
        }

        @Override
        byte[] bytes(Object value) {
            return ((String) value).getBytes(StandardCharsets.UTF_8);
        }
    },
    BYTES {
        @Override
        Object read(ResultSet row, int place) throws SQLException {
            return row.getBytes(place);
        }

        @Override
        byte[] bytes(Object value) {
            return (byte[]) value;
        }
    };

    /** The value; of no use if it was null. */
    abstract Object read(ResultSet row, int place) throws SQLException;

    abstract byte[] bytes(Object value);

    final void write(PreparedStatement statement, int place, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(place, sqlType());
        } else {
            statement.setObject(place, value);
        }
    }

    private int sqlType() {
        return switch (this) {
            case WHOLE -> Types.BIGINT;
            case REAL -> Types.DOUBLE;
            case TRUTH -> Types.BOOLEAN;
            case ID -> Types.OTHER;
            case TEXT -> Types.VARCHAR;
            case BYTES -> Types.BINARY;
        };
    }

    /** Of a type as both databases name it; empty for one that Patchbay's tables have no use for. */
    static Optional<Kind> of(String type) {
        return Optional.ofNullable(
                switch (type.toLowerCase(Locale.ROOT)) {
                    case "bigint", "int8", "bigserial", "integer", "int4", "serial", "smallint", "int2" -> WHOLE;
                    case "double precision", "float8", "real", "float4" -> REAL;
                    case "boolean", "bool" -> TRUTH;
                    case "uuid" -> ID;
                    case "character varying",
                            "varchar",
                            "text",
                            "character large object",
                            "character",
                            "bpchar" -> TEXT;
                    case "binary varying", "bytea", "binary large object", "varbinary" -> BYTES;
                    default -> null;
                });
    }
}
