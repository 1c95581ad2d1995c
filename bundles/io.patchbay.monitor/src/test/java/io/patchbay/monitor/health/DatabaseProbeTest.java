// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.health.HealthPart.Level;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.TestDatabases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseProbeTest {
    @TempDir
    Path folder;

    /** H2 has one limit for a connection's statements: a long proof of the journal was cut off by the probe's. */
    @Test
    void theProbesLimitIsNotLeftToWhoBorrowsItsConnectionNext() throws SQLException {
        try (PlainStore store = new PlainStore(folder, TestDatabases.h2(folder.resolve("db")), 1)) {
            DatabaseProbe probe = new DatabaseProbe(store.database(), System::nanoTime);
            probe.run();
            assertThat(probe.health().level()).isEqualTo(Level.UP);
            try (Connection next = store.database().dataSource().getConnection();
                    Statement statement = next.createStatement()) {
                assertThat(statement.getQueryTimeout()).isZero();
            }
        }
    }
}
