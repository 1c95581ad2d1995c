// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.spi.channel.Admission;
import io.patchbay.spi.channel.OverloadException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;

/** Which channels are open; asked by both doors. */
@Component(service = {Admission.class, AdmissionComponent.class})
public final class AdmissionComponent implements Admission {
    private final Set<ChannelKey> closed = ConcurrentHashMap.newKeySet();
    private volatile boolean allClosed;

    /** Made by the container. */
    public AdmissionComponent() {}

    @Override
    public void close(ChannelKey channel) {
        closed.add(channel);
    }

    @Override
    public void open(ChannelKey channel) {
        closed.remove(channel);
    }

    @Override
    public void closeAll(boolean now) {
        allClosed = now;
    }

    @Override
    public boolean isOpen(ChannelKey channel) {
        return !allClosed && !closed.contains(channel);
    }

    void mustBeOpen(ChannelKey channel) throws OverloadException {
        if (allClosed) {
            throw new OverloadException("Patchbay is about to stop");
        } else if (closed.contains(channel)) {
            throw new OverloadException("the channel " + channel + " is about to go out of service");
        }
    }
}
