// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace.index;

import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.TestDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class H2TraceTest extends TraceContract {
    @TempDir
    Path folder;

    @Override
    PlainStore open() {
        return new PlainStore(folder, TestDatabases.h2(folder.resolve("db")), 4);
    }
}
