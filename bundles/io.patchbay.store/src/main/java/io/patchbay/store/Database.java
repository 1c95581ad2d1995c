// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.osgi.annotation.versioning.ProviderType;

/** The one database of this installation. Safe for any thread. */
@ProviderType
public interface Database {
    /**
     * Pooled connections, auto-commit on. A connection that cannot be had within 5 s is an {@link SQLException}.
     *
     * @return the pool
     */
    DataSource dataSource();

    /**
     * Which database it is.
     *
     * @return the dialect
     */
    Dialect dialect();

    /**
     * Makes all that was committed so far survive a power cut. PostgreSQL does so at commit; H2 only here
     * ({@code CHECKPOINT SYNC}). Blocks for the disk.
     *
     * @throws SQLException if the disk or the database refuses
     */
    void force() throws SQLException;
}
