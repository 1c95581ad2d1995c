// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.wire;

import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** SIP over UDP: one socket, one receiving thread. */
public final class UdpWire implements Wire {
    private static final Logger log = LoggerFactory.getLogger(UdpWire.class);

    /** Large: the default of the system loses calls in bursts. */
    private static final int SOCKET_BUFFER_BYTES = 4 << 20;

    private static final int MOST_BYTES = 65_535;

    private final DatagramChannel channel;
    private final Inbox inbox;
    private final Thread receiver;

    /** Opens the socket; nothing is received before {@link #start}. */
    public UdpWire(InetSocketAddress address, Inbox inbox) throws IOException {
        this.inbox = inbox;
        channel = DatagramChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER_BYTES);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, SOCKET_BUFFER_BYTES);
        try {
            channel.bind(address);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        receiver = new Thread(this::receive, "patchbay-sip-udp");
        receiver.setDaemon(true);
    }

    @Override
    public void start() {
        receiver.start();
    }

    private void receive() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(MOST_BYTES);
        while (channel.isOpen()) {
            try {
                buffer.clear();
                InetSocketAddress source = (InetSocketAddress) channel.receive(buffer);
                buffer.flip();
                if (source.getPort() != 0 && buffer.remaining() > 4) {
                    byte[] message = new byte[buffer.remaining()];
                    buffer.get(message);
                    inbox.arrived(message, new Peer(digits(source.getAddress()), source.getPort(), Transport.UDP));
                }
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException | RuntimeException | StackOverflowError e) {
                log.debug("A datagram was not taken", e);
            }
        }
    }

    /** An address without a name and without a zone. */
    static String digits(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }

    /** Sends a datagram. Any thread. */
    public void send(byte[] message, InetSocketAddress to) throws IOException {
        channel.send(ByteBuffer.wrap(message), to);
    }

    @Override
    public void close() {
        try {
            channel.close();
            receiver.join(2_000);
        } catch (IOException e) {
            log.debug("Close of UDP", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
