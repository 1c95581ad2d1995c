// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.wire;

import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All wires of a node. */
public final class Wires implements Outlet, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Wires.class);

    private final Names names;
    private final UdpWire udp;
    private final StreamWire tcp;
    private final Optional<StreamWire> tls;
    private final Flows flows;

    /** Takes the wires, which it closes. */
    public Wires(Names names, UdpWire udp, StreamWire tcp, Optional<StreamWire> tls, Flows flows) {
        this.names = names;
        this.udp = udp;
        this.tcp = tcp;
        this.tls = tls;
        this.flows = flows;
    }

    /** Begins to receive. */
    public void start() {
        udp.start();
        tcp.start();
        tls.ifPresent(Wire::start);
    }

    @Override
    public void send(byte[] message, Peer to, Runnable failed) {
        if (to.transport().socket()) {
            flows.send(message, to, failed);
            return;
        }
        names.resolve(to.host(), address -> send(message, to, address, failed), failed);
    }

    private void send(byte[] message, Peer to, InetAddress address, Runnable failed) {
        if (to.transport() == Transport.UDP) {
            sendDatagram(message, to, address, failed);
            return;
        }
        Peer direct = new Peer(UdpWire.digits(address), to.port(), to.transport());
        Optional<StreamWire> stream = to.transport() == Transport.TLS ? tls : Optional.of(tcp);
        stream.ifPresentOrElse(wire -> wire.send(message, direct, address, failed), failed);
    }

    private void sendDatagram(byte[] message, Peer to, InetAddress address, Runnable failed) {
        try {
            udp.send(message, new InetSocketAddress(address, to.port()));
        } catch (IOException e) {
            log.debug("Not sent to {}", to, e);
            failed.run();
        }
    }

    @Override
    public void close() {
        udp.close();
        tcp.close();
        tls.ifPresent(Wire::close);
        flows.close();
        names.close();
    }
}
