// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.testkit.TestDatabases;
import java.nio.file.Path;
import javax.sql.DataSource;

/** On the embedded default. */
final class H2OwnershipTest implements OwnershipContract {
    @Override
    public DataSource database(Path folder) {
        return TestDatabases.h2(folder);
    }
}
