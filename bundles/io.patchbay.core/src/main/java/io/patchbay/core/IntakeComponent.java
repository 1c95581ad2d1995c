// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.InteractionId;
import io.patchbay.spi.channel.Arrival;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.Intake;
import io.patchbay.spi.channel.OverloadException;
import io.patchbay.spi.channel.SignalSink;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The one way in, as a service. */
@Component
public final class IntakeComponent implements Intake {
    private final Intake intake;
    private final AdmissionComponent admission;

    @Activate
    public IntakeComponent(@Reference CoreComponent core, @Reference AdmissionComponent admission) {
        this.admission = admission;
        intake = core.node().intake();
    }

    @Override
    public SignalSink open(Arrival arrival, ChannelSession session) throws OverloadException {
        admission.mustBeOpen(arrival.channel());
        return intake.open(arrival, session);
    }

    @Override
    public Optional<SignalSink> resume(InteractionId id, ChannelSession session) {
        return intake.resume(id, session);
    }

    @Override
    public List<OpenContact> open(ChannelKey channel) {
        return intake.open(channel);
    }
}
