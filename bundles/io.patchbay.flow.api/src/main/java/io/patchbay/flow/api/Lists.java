// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.api;

import io.patchbay.api.access.Scope;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The red and the black list. Answers from memory; safe for any thread. Changes are commands. */
@ProviderType
public interface Lists {
    /** The permission to see entries. */
    String SEE = "list.see";

    /** The permission to ask for changes, which two others review. */
    String EDIT = "list.edit";

    /**
     * All entries, expired ones included.
     *
     * @param scope who asks
     * @return those of his units, the newest first
     */
    List<Listed> entries(Scope scope);
}
