// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store;

import io.patchbay.api.content.ContentOwner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Looks at wrapped keys as they are in the database, past everything that is kept in memory. Safe for any thread. */
@ProviderType
public interface KeyProof {
    /** How a key stands. */
    enum Stand {
        /** It is there and was wrapped by this home's master key for this owner. */
        GOOD,
        /** It was destroyed: what it sealed is erased. */
        DESTROYED,
        /** Its bytes are not what was written for this owner. */
        ALTERED
    }

    /**
     * Looks at some keys; blocks for the database.
     *
     * @param connection to the database
     * @param owners whose, at most 1,000
     * @return how each stands; owners without a row are missing in it
     * @throws SQLException if they cannot be read
     */
    Map<ContentOwner, Stand> stands(Connection connection, Collection<ContentOwner> owners) throws SQLException;
}
