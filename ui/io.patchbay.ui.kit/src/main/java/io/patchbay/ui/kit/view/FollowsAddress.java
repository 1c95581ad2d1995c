// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.view;

import org.osgi.annotation.versioning.ConsumerType;

/** A view that shows what the address says. */
@ConsumerType
public interface FollowsAddress {
    /**
     * Called once after the view was made and at each change of the address below its path.
     *
     * @param place where the window is now
     */
    void show(Place place);
}
