// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.api.access.Scope;
import io.patchbay.api.call.LiveCall;
import io.patchbay.api.call.LiveCalls;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.watch.Watch;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Calls and phones as they are now, as a service. */
@Component
public final class LiveCallsComponent implements LiveCalls {
    private final VoiceComponent voice;

    @Activate
    public LiveCallsComponent(@Reference VoiceComponent voice) {
        this.voice = voice;
    }

    @Override
    public Optional<LiveCall> call(Scope scope, InteractionId id) {
        return voice.node().calls().call(id).filter(call -> voice.interactions()
                .find(scope, id)
                .isPresent());
    }

    @Override
    public Optional<Phone> phone(AgentId agent) {
        VoiceNode node = voice.node();
        return node.extensions()
                .of(agent)
                .map(extension -> new Phone(
                        extension,
                        node.calls()
                                .phone(agent)
                                .orElseGet(() -> node.phones().reaches(agent) ? Phone.State.FREE : Phone.State.AWAY),
                        node.book().autoAnswers(agent)));
    }

    @Override
    public Watch watch(Consumer<Change> changed) {
        return voice.watch(changed);
    }
}
