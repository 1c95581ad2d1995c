// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.settings;

import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.TestDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class H2FrequentBookTest extends FrequentBookContract {
    @TempDir
    Path folder;

    @Override
    PlainStore open() {
        return new PlainStore(folder, TestDatabases.h2(folder.resolve("db")), 6);
    }
}
