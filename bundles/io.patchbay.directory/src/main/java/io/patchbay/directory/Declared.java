// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.spi.event.Declarations;
import io.patchbay.spi.event.PermissionType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The permissions that the installed bundles declare; the core's own are declared by this bundle. */
@Component(service = Declared.class)
public final class Declared {
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<Declarations> bundles;

    /** For the container, which adds what the bundles declare. */
    public Declared() {
        this(List.of());
    }

    /**
     * For tests.
     *
     * @param bundles what the bundles declare
     */
    public Declared(List<Declarations> bundles) {
        this.bundles = bundles;
    }

    /**
     * The keys that roles may hold now.
     *
     * @return declared keys
     */
    public Set<String> permissions() {
        Set<String> keys = bundles.stream()
                .flatMap(bundle -> bundle.permissions().stream())
                .map(PermissionType::key)
                .collect(Collectors.toSet());
        CoreDeclarations.PERMISSIONS.forEach(type -> keys.add(type.key()));
        return keys;
    }
}
