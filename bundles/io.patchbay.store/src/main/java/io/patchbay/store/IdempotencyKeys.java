// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Results of commands by the caller's key, kept for 24 hours. Safe for any thread; blocks for the database. */
@ProviderType
public interface IdempotencyKeys {
    /**
     * What an earlier execution gave.
     *
     * @param actor who asks, as {@code Actor.text()} says
     * @param key his key
     * @return its result; empty if there was none
     * @throws SQLException if the database refuses
     */
    Optional<Map<String, Object>> find(String actor, String key) throws SQLException;

    /**
     * Keeps a result in the transaction of the change.
     *
     * @param transaction the running transaction
     * @param actor who asked
     * @param key his key, 1 to 100 characters
     * @param result what the command gave, JSON values
     * @param at when
     * @throws SQLException if the database refuses, also if the key is already kept: the change must not happen twice
     */
    void keep(Connection transaction, String actor, String key, Map<String, Object> result, Instant at)
            throws SQLException;
}
