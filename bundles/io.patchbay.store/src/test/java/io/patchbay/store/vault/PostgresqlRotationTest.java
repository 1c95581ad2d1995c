// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.vault;

import io.patchbay.testkit.TestDatabases;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

@EnabledIfEnvironmentVariable(named = TestDatabases.PG_URL, matches = ".+")
final class PostgresqlRotationTest implements RotationContract {
    @TempDir
    Path folder;

    private DataSource source;

    @BeforeEach
    void open() {
        source = TestDatabases.postgresql();
    }

    @Override
    public DataSource source() {
        return source;
    }

    @Override
    public Path folder() {
        return folder;
    }
}
