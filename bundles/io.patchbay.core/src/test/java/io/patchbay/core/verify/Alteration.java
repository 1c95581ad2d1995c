// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.verify;

import io.patchbay.api.journal.Finding;
import java.io.IOException;
import java.sql.SQLException;

/**
 * One way in which somebody who can write to the database and the disk may lie.
 *
 * @param name what he does
 * @param act does it, inside a transaction that is rolled back; files are put back by the test
 * @param place where it must be found
 * @param id what must be named there
 */
record Alteration(String name, Act act, String place, String id) {
    interface Act {
        void on(Tools tools) throws SQLException, IOException;
    }

    boolean namedBy(Finding finding) {
        return finding.place().equals(place) && finding.id().equals(id);
    }
}
