// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.approval;

import io.patchbay.testkit.TestDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class H2ApprovalsTest implements ApprovalsContract {
    @TempDir
    Path folder;

    private Office office;

    @BeforeEach
    void open() {
        office = new Office(folder, TestDatabases.h2(folder.resolve("db")));
        house();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Override
    public Office office() {
        return office;
    }
}
