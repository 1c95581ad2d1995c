// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.settings;

import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.TestDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

@EnabledIfEnvironmentVariable(named = TestDatabases.PG_URL, matches = ".+")
final class PostgresqlFrequentBookTest extends FrequentBookContract {
    @TempDir
    Path folder;

    @Override
    PlainStore open() {
        return new PlainStore(folder, TestDatabases.postgresql(), 6);
    }
}
