// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** One UDP socket that speaks SIP with Patchbay. What arrives is handed over on the wire's own thread. */
final class Wire implements AutoCloseable {
    private static final int BUFFER_BYTES = 8 << 20;

    private final DatagramChannel channel;
    private final InetSocketAddress patchbay;
    private final Thread reader;

    Wire(String name, int sipPort, Consumer<SipMessage> inbox) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        patchbay = new InetSocketAddress(here, sipPort);
        channel = DatagramChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_BYTES);
        channel.bind(new InetSocketAddress(here, 0));
        reader = new Thread(() -> read(inbox), name);
        reader.setDaemon(true);
    }

    /** Begins to listen. */
    void open() {
        reader.start();
    }

    int port() {
        return channel.socket().getLocalPort();
    }

    void send(String message) {
        try {
            channel.send(ByteBuffer.wrap(message.getBytes(StandardCharsets.UTF_8)), patchbay);
        } catch (ClosedChannelException e) {
            return; // the run is over
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Consumer<SipMessage> inbox) {
        ByteBuffer datagram = ByteBuffer.allocate(65_536);
        try {
            while (channel.receive(datagram.clear()) != null) {
                inbox.accept(SipMessage.read(datagram.flip()));
            }
        } catch (ClosedChannelException e) {
            return; // the run is over
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
