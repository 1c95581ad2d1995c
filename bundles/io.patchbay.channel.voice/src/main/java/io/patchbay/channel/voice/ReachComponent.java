// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.watch.Watch;
import io.patchbay.channel.voice.call.Calls;
import io.patchbay.channel.voice.phone.Phones;
import io.patchbay.spi.channel.Reach;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Calls reach agents whose phones are registered. */
@Component
public final class ReachComponent implements Reach {
    private final Phones phones;

    @Activate
    public ReachComponent(@Reference VoiceComponent voice) {
        phones = voice.node().phones();
    }

    @Override
    public WorkKind kind() {
        return Calls.KIND;
    }

    @Override
    public boolean reaches(AgentId agent) {
        return phones.reaches(agent);
    }

    @Override
    public Watch watch(Consumer<AgentId> changed) {
        return phones.watch(changed);
    }
}
