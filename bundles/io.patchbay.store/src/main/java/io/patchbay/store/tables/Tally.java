// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.tables;

import java.math.BigInteger;

/** Rows counted and their digests added up: the same for the same rows in any order. */
final class Tally {
    private static final BigInteger ROOM = BigInteger.ONE.shiftLeft(256);

    private long rows;
    private BigInteger sum = BigInteger.ZERO;

    void add(Row row) {
        rows++;
        sum = sum.add(new BigInteger(1, row.digest())).mod(ROOM);
    }

    long rows() {
        return rows;
    }

    boolean same(Tally other) {
        return rows == other.rows && sum.equals(other.sum);
    }
}
