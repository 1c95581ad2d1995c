// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision.api;

import io.patchbay.api.watch.Watch;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The features of this node: Patchbay's own and those of repositories that were added. Safe for any thread. */
@ProviderType
public interface Features {
    /**
     * All features, installed or not. May wait while one is being changed.
     *
     * @return the newest version of each that is not installed, the installed one of the others; sorted by name
     */
    List<FeatureLine> all();

    /**
     * What a command would do, without doing it. May wait some seconds for the resolver.
     *
     * @param wish the command
     * @return the plan, with why it would be refused
     */
    FeaturePlan plan(FeatureCommand wish);

    /**
     * The change a bundle is in, or was in last. Answers at once.
     *
     * @param symbolicName the bundle, for example {@code io.patchbay.ui.floor}
     * @return the newest change since this node's start, if there was one
     */
    Optional<FeatureChange> lastChange(String symbolicName);

    /**
     * Follows changes of features, by whomever.
     *
     * @param changed called on a thread of the container's after each change: returns at once
     * @return ends it
     */
    Watch watch(Runnable changed);
}
