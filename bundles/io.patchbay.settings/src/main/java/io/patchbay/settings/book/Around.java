// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings.book;

import io.patchbay.api.id.RoleId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.settings.ParameterType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the settings must know of the rest of Patchbay. */
public interface Around {
    /** The parameters of all bundles, by key. */
    List<ParameterType> types();

    /** The unit above one; empty for the root and for one that is not there. */
    Optional<UnitId> above(UnitId unit);

    /** Whether a unit is there. */
    boolean unit(UnitId unit);

    /** The roles that are there. */
    Set<RoleId> roles();

    /** Whether a code of a dictionary stands in somebody's rows. */
    boolean uses(String dictionary, String code);
}
