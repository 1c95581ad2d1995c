// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.testkit.TestDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class H2SignInTest implements PlaceContract, FactorContract, SessionContract, ServiceContract, OutsideContract {
    @TempDir
    Path folder;

    private DirectoryBench bench;

    @BeforeEach
    void open() {
        bench = new DirectoryBench(folder, TestDatabases.h2(folder.resolve("db")));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Override
    public DirectoryBench bench() {
        return bench;
    }
}
