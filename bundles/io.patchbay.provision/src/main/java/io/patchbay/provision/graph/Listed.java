// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision.graph;

import java.util.List;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * A feature as its repository describes it.
 *
 * @param name its name
 * @param version its version
 * @param description one line
 * @param repository the name of its repository
 * @param needs the features it needs
 * @param bundles where its own bundles are
 * @param extras bundles it has only where all of certain features are there
 */
public record Listed(
        String name,
        Version version,
        String description,
        String repository,
        List<Need> needs,
        List<String> bundles,
        List<Extra> extras) {
    public Listed {
        needs = List.copyOf(needs);
        bundles = List.copyOf(bundles);
        extras = List.copyOf(extras);
    }

    /** One feature needed, in one of several versions. */
    public record Need(String name, VersionRange versions) {}

    /** Bundles under a condition. */
    public record Extra(List<String> features, List<String> bundles) {}

    /** Whether it answers a need. */
    boolean meets(Need need) {
        return name.equals(need.name()) && need.versions().includes(version);
    }
}
