// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.port;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;

/** An even port for RTP and the odd one above it for RTCP, both bound and non-blocking. */
public final class PortPair {
    /** Expedited forwarding (RFC 3246). */
    private static final int VOICE = 0xB8;

    private final int port;
    private final DatagramChannel rtp;
    private final DatagramChannel rtcp;

    private PortPair(int port, DatagramChannel rtp, DatagramChannel rtcp) {
        this.port = port;
        this.rtp = rtp;
        this.rtcp = rtcp;
    }

    static PortPair bind(InetAddress address, int port) throws IOException {
        DatagramChannel rtp = open(address, port);
        try {
            return new PortPair(port, rtp, open(address, port + 1));
        } catch (IOException taken) {
            rtp.close();
            throw taken;
        }
    }

    private static DatagramChannel open(InetAddress address, int port) throws IOException {
        boolean v4 = address.getAddress().length == 4;
        DatagramChannel channel = DatagramChannel.open(v4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6);
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.IP_TOS, VOICE);
            return channel.bind(new InetSocketAddress(address, port));
        } catch (IOException taken) {
            channel.close();
            throw taken;
        }
    }

    public int port() {
        return port;
    }

    public DatagramChannel rtp() {
        return rtp;
    }

    public DatagramChannel rtcp() {
        return rtcp;
    }

    void close() {
        try (rtp;
                rtcp) {
            // Both are closed, whatever the first says.
        } catch (IOException lost) {
            throw new UncheckedIOException("ports " + port + ", " + (port + 1), lost);
        }
    }
}
