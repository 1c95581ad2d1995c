// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision.plan;

import java.util.Optional;
import java.util.Set;

/** What a plan asks the container about bundles; a location is where a feature says that its bundle is. */
public interface Container {
    /** A bundle by symbolic name and version. */
    record Named(String symbolicName, String version) {
        @Override
        public String toString() {
            return symbolicName + " " + version;
        }
    }

    /** The bundle that is installed from there. */
    Optional<Named> installed(String location);

    /** The bundle that would come from there; it may be read. */
    Named named(String location);

    /** Installed bundles that would be restarted if some went and some came, those themselves left out. */
    Set<Named> restarted(Set<String> go, Set<String> come);
}
