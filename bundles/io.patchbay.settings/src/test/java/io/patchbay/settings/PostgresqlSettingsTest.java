// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings;

import io.patchbay.testkit.TestDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

@EnabledIfEnvironmentVariable(named = TestDatabases.PG_URL, matches = ".+")
final class PostgresqlSettingsTest implements SettingsContract {
    @TempDir
    Path folder;

    private Bench bench;
    private int homes;

    @BeforeEach
    void open() {
        bench = next();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Override
    public Bench bench() {
        return bench;
    }

    @Override
    public Bench fresh() {
        bench.close();
        bench = next();
        return bench;
    }

    private Bench next() {
        Path home = folder.resolve("home" + homes++);
        return new Bench(home, TestDatabases.postgresql());
    }
}
