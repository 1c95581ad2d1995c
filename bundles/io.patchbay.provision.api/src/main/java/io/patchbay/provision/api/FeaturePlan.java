// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision.api;

import io.patchbay.api.command.Problem;
import io.patchbay.api.id.ChannelKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a change of a feature would do. Nothing outside it happens: a change that would restart a bundle of another
 * feature is refused.
 *
 * @param feature whose change
 * @param version the version that is installed afterwards, or was before
 * @param bundles which bundles come and go
 * @param features which features come and go with it, itself included
 * @param live what would be cut off if it happened now, by channel; these channels are drained first
 * @param refusals why it would be refused, in words; empty if it may happen
 */
public record FeaturePlan(
        String feature,
        String version,
        Bundles bundles,
        Set<String> features,
        Map<ChannelKey, Integer> live,
        List<Problem> refusals) {
    public FeaturePlan {
        Objects.requireNonNull(feature, "feature");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(bundles, "bundles");
        features = Set.copyOf(features);
        live = Map.copyOf(live);
        refusals = List.copyOf(refusals);
    }

    /**
     * Whether nothing speaks against it but contacts that are running.
     *
     * @return true if it may happen
     */
    public boolean allowed() {
        return refusals.isEmpty();
    }

    /**
     * How many contacts would be cut off if it happened now.
     *
     * @return 0 or more
     */
    public int running() {
        return live.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * Bundles by symbolic name and version, for example {@code io.patchbay.ui.floor 0.1.0.SNAPSHOT}.
     *
     * @param come installed, sorted
     * @param go uninstalled, sorted
     * @param restart bundles of other features that would be restarted, sorted; not empty only in a refused plan
     */
    public record Bundles(List<String> come, List<String> go, List<String> restart) {
        public Bundles {
            come = List.copyOf(come);
            go = List.copyOf(go);
            restart = List.copyOf(restart);
        }
    }
}
