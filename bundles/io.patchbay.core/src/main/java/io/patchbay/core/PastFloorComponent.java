// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.api.access.Scope;
import io.patchbay.api.floor.PastFloor;
import java.time.Instant;
import java.util.function.DoubleConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The floor as it was, as a service. */
@Component
public final class PastFloorComponent implements PastFloor {
    private final PastFloor past;

    @Activate
    public PastFloorComponent(@Reference CoreComponent core) {
        past = core.node().pastFloor();
    }

    @Override
    public Moment at(Scope scope, Instant moment, DoubleConsumer progress) {
        return past.at(scope, moment, progress);
    }
}
