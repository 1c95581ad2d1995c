// SPDX-License-Identifier: Apache-2.0
package io.patchbay.shell;

import io.patchbay.api.health.HealthPart;
import java.util.Optional;
import org.apache.karaf.features.BootFinished;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Starting until all features of the boot are installed. */
@Component(service = HealthPart.class)
public final class BootHealth implements HealthPart {
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile BootFinished finished;

    /** Made by the container. */
    public BootHealth() {}

    @Override
    public Health health() {
        return new Health("boot", finished == null ? Level.STARTING : Level.UP, Optional.empty());
    }
}
