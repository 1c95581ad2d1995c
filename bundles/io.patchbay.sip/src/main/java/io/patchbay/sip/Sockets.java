// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

import io.patchbay.sip.wire.Flows;
import io.patchbay.sip.wire.Inbox;
import io.patchbay.sip.wire.Names;
import io.patchbay.sip.wire.StreamWire;
import io.patchbay.sip.wire.UdpWire;
import io.patchbay.sip.wire.Wire;
import io.patchbay.sip.wire.Wires;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Opens the sockets of a node: all, or none. */
final class Sockets {
    private final Deque<Wire> open = new ArrayDeque<>();
    private final SipSettings settings;
    private final Inbox inbox;
    private final Flows flows;

    private Sockets(SipSettings settings, Inbox inbox, Flows flows) {
        this.settings = settings;
        this.inbox = inbox;
        this.flows = flows;
    }

    static Wires open(SipSettings settings, Names names, Inbox inbox, Flows flows) {
        Sockets sockets = new Sockets(settings, inbox, flows);
        boolean complete = false;
        try {
            Wires wires = sockets.wires(names);
            complete = true;
            return wires;
        } finally {
            if (!complete) {
                names.close();
                sockets.open.forEach(Wire::close);
            }
        }
    }

    private Wires wires(Names names) {
        UdpWire udp = opened("UDP", settings.port(), address -> new UdpWire(address, inbox));
        int most = settings.limits().messageBytes();
        StreamWire tcp = opened("TCP", settings.port(), address -> StreamWire.tcp(address, most, inbox));
        Optional<StreamWire> tls = settings.tls()
                .map(wish -> opened(
                        "TLS", wish.port(), address -> StreamWire.tls(address, most, inbox, KeyStores.context(wish))));
        return new Wires(names, udp, tcp, tls, flows);
    }

    private <T extends Wire> T opened(String transport, int port, Opening<T> opening) {
        try {
            T wire = opening.open(new InetSocketAddress(InetAddress.getByName(settings.bind()), port));
            open.push(wire);
            return wire;
        } catch (IOException e) {
            String where = settings.bind() + ":" + port + "/" + transport;
            throw new IllegalStateException("SIP cannot listen on " + where + ": " + e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Opening<T> {
        T open(InetSocketAddress address) throws IOException;
    }
}
