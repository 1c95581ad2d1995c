// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace.api;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.id.InteractionId;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Acts on accounts as they stand. Safe for any thread. Changes are {@link BusinessCommand}s. */
@ProviderType
public interface BusinessActs {
    /** The permission to handle business of one's contacts. */
    String HANDLE = Permissions.BUSINESS;

    /**
     * What can be done.
     *
     * @return as configured
     */
    List<BusinessKind> kinds();

    /**
     * The acts of a contact, oldest first. Waits for the database.
     *
     * @param scope who asks
     * @param interaction the contact
     * @return those of his units
     */
    List<BusinessAct> of(Scope scope, InteractionId interaction);
}
