// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.channel.voice.socket.SocketDoor;
import io.patchbay.channel.voice.socket.SocketTally;
import io.patchbay.sip.SipNode;
import io.patchbay.sip.flow.Flow;
import io.patchbay.sip.flow.FlowSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings the sockets of {@code /sip/ws} to the node. */
@Component(service = SocketDoor.class)
public final class SocketsComponent implements SocketDoor {
    private final VoiceComponent voice;

    @Activate
    public SocketsComponent(@Reference VoiceComponent voice) {
        this.voice = voice;
    }

    private Optional<SipNode> sip() {
        return voice.node().sip();
    }

    @Override
    public boolean isOpen() {
        return sip().isPresent();
    }

    @Override
    public Set<String> allowedOrigins() {
        return voice.allowedOrigins();
    }

    @Override
    public Optional<Flow> flow(String host, int port, boolean secure, FlowSocket socket) {
        return sip().flatMap(node -> node.flow(host, port, secure, socket));
    }

    @Override
    public void later(Duration delay, Runnable work) {
        voice.node().lanes().later(delay, work);
    }

    @Override
    public SocketTally tally() {
        return voice.node().sockets();
    }
}
