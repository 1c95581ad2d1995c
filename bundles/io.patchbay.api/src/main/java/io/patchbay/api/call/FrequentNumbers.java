// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.call;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.UserId;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The directory of numbers that are called often. Answers from memory; safe for any thread. Changes are commands. */
@ProviderType
public interface FrequentNumbers {
    /** The permission to keep the lists of units. */
    String EDIT = "frequent.edit";

    /**
     * What somebody finds: his own list, and those of his unit and of the units above it.
     *
     * @param user who
     * @return by name; his own before the others of the same name
     */
    List<FrequentNumber> of(UserId user);

    /**
     * The lists of units that somebody may keep.
     *
     * @param scope who asks; needs {@link #EDIT} where a list is
     * @return by name
     */
    List<FrequentNumber> ofUnits(Scope scope);
}
