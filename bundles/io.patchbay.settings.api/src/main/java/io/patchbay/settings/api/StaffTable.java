// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.api;

import io.patchbay.api.access.Scope;
import org.osgi.annotation.versioning.ProviderType;

/** Staff as a table, for those who plan an import. Safe for any thread. */
@ProviderType
public interface StaffTable {
    /**
     * What an import would do; changes nothing.
     *
     * @param text as for {@link StaffCommand.Import}
     * @param scope whose rights are looked at
     * @return faults and changes, each with its line; a fault's column is that of the table, from 1
     */
    ConfigPlan plan(String text, Scope scope);
}
