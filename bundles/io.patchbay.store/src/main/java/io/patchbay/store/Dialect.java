// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store;

/** The two databases Patchbay runs on. */
public enum Dialect {
    /** H2 in a file, in its PostgreSQL mode: the embedded default. */
    H2,
    /** PostgreSQL: for production. */
    POSTGRESQL
}
