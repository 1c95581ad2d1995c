// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.expire;

import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.TestDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class H2ExpiryTest extends ExpiryContract {
    @TempDir
    Path folder;

    @Override
    PlainStore open() {
        return new PlainStore(folder, TestDatabases.h2(folder.resolve("db")), 6);
    }
}
