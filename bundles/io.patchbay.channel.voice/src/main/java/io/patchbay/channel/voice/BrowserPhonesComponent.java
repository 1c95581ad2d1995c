// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.api.id.AgentId;
import io.patchbay.channel.voice.api.BrowserPhones;
import io.patchbay.channel.voice.call.Echo;
import io.patchbay.channel.voice.phone.Browsers;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Telephones in browsers, as a service. */
@Component
public final class BrowserPhonesComponent implements BrowserPhones {
    private final VoiceNode node;

    @Activate
    public BrowserPhonesComponent(@Reference VoiceComponent voice) {
        node = voice.node();
    }

    @Override
    public Optional<Line> attach(AgentId agent, Window window, boolean takeOver) {
        boolean his = node.extensions().of(agent).isPresent() && node.browsers().attach(agent, window, takeOver);
        return his ? Optional.of(new AttachedLine(node, agent, window)) : Optional.empty();
    }

    @Override
    public boolean attached(AgentId agent) {
        return node.browsers().has(agent);
    }

    private record AttachedLine(VoiceNode node, AgentId agent, Window window) implements Line {
        private Optional<Browsers.Connection> mine(String call) {
            return node.browsers().isOf(agent, window) ? node.browsers().connection(agent, call) : Optional.empty();
        }

        @Override
        public void answered(String call, String sdp) {
            mine(call).ifPresent(connection -> connection.answered(sdp));
        }

        @Override
        public void failed(String call, String why) {
            mine(call).ifPresent(connection -> connection.failed(why));
        }

        @Override
        public Optional<String> echo() {
            return busy() ? Optional.empty() : node.calls().echo(agent);
        }

        @Override
        public void endEcho(String call) {
            if (mine(call).orElse(null) instanceof Echo test) {
                test.end();
            }
        }

        @Override
        public boolean busy() {
            return !node.browsers().running(agent).isEmpty();
        }

        @Override
        public boolean flows() {
            return node.browsers().running(agent).values().stream().anyMatch(Browsers.Connection::flows);
        }

        @Override
        public void close() {
            node.browsers().detach(agent, window);
        }
    }
}
