// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.osgi.annotation.versioning.ProviderType;

/** Recomputes the journal's chain in any database, for example a copy. Safe for any thread. */
@ProviderType
public interface JournalChain {
    /**
     * Reads all entries; blocks.
     *
     * @param source connections to a database with a journal
     * @return number of the first entry that does not follow from the one before; 0 if all do
     * @throws SQLException if it cannot be read
     */
    long firstAltered(DataSource source) throws SQLException;
}
