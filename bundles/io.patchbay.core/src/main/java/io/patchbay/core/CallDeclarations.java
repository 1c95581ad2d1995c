// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.api.settings.ParameterType;
import io.patchbay.core.path.OutboundCap;
import io.patchbay.spi.event.Declarations;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The rules of calls that units may change. */
@Component
public final class CallDeclarations implements Declarations {
    @Override
    public List<ParameterType> parameters() {
        return List.of(OutboundCap.PER_HOUR);
    }
}
