// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.verify;

import io.patchbay.testkit.TestDatabases;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** On the production database. */
@EnabledIfEnvironmentVariable(named = TestDatabases.PG_URL, matches = ".+")
final class PostgresqlAlterationsTest extends AlterationsContract {
    @Override
    DataSource database(Path folder) {
        return TestDatabases.postgresql();
    }
}
