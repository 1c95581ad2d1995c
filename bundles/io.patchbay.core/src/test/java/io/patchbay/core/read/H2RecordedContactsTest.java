// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.read;

import io.patchbay.testkit.TestDatabases;
import java.nio.file.Path;
import javax.sql.DataSource;

/** On the embedded default. */
final class H2RecordedContactsTest extends RecordedContactsContract {
    @Override
    DataSource database(Path folder) {
        return TestDatabases.h2(folder);
    }
}
