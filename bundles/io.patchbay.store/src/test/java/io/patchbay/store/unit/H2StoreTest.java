// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.unit;

import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.TestDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class H2StoreTest implements StoreContract {
    @TempDir
    Path folder;

    private PlainStore store;

    @BeforeEach
    void open() {
        store = new PlainStore(folder, TestDatabases.h2(folder.resolve("db")), 4);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public PlainStore store() {
        return store;
    }
}
