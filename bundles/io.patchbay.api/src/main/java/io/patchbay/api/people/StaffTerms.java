// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.people;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The words of the organisation. Reads answer from memory; changes are commands. */
@ProviderType
public interface StaffTerms {
    /**
     * Posts, levels, groups and fields of staff, in their order.
     *
     * @return the words of the organisation
     */
    List<StaffTerm> terms();
}
