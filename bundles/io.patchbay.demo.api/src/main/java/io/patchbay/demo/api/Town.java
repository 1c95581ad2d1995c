// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.api;

import org.osgi.annotation.versioning.ProviderType;

/** The demo's town; there while it is. Answers from memory; safe for any thread. Changed by {@link TownCommand}. */
@ProviderType
public interface Town {
    /**
     * How it is.
     *
     * @return the state now
     */
    TownState state();
}
