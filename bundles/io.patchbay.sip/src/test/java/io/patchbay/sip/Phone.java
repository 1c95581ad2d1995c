// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The other end of the wire: sends and receives bytes, knows nothing of SIP but where a message ends. */
interface Phone extends AutoCloseable {
    void send(byte[] message) throws IOException;

    /** The next message; empty if none comes in time, or the connection ends. */
    Optional<String> receive(int millis) throws IOException;

    int port();

    @Override
    void close() throws IOException;

    default void send(String message) throws IOException {
        send(message.getBytes(StandardCharsets.UTF_8));
    }

    static Phone udp(int port) throws IOException {
        return udp(new DatagramSocket(0, InetAddress.getLoopbackAddress()), port);
    }

    /** From a port of its own choice, on another loopback address than the node's. */
    static Phone udpAt(int localPort, int port) throws IOException {
        return udp(new DatagramSocket(localPort, InetAddress.getByName("127.0.113.7")), port);
    }

    private static Phone udp(DatagramSocket socket, int port) throws IOException {
        socket.setReceiveBufferSize(4 << 20);
        return new Phone() {
            @Override
            public void send(byte[] message) throws IOException {
                socket.send(new DatagramPacket(
                        message, message.length, new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
            }

            @Override
            public Optional<String> receive(int millis) throws IOException {
                socket.setSoTimeout(millis);
                DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
                try {
                    socket.receive(packet);
                } catch (SocketTimeoutException e) {
                    return Optional.empty();
                }
                return Optional.of(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
            }

            @Override
            public int port() {
                return socket.getLocalPort();
            }

            @Override
            public void close() {
                socket.close();
            }
        };
    }

    static Phone tcp(int port) throws IOException {
        return stream(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    static Phone stream(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        return new Phone() {
            @Override
            public void send(byte[] message) throws IOException {
                socket.getOutputStream().write(message);
                socket.getOutputStream().flush();
            }

            @Override
            public Optional<String> receive(int millis) throws IOException {
                socket.setSoTimeout(millis);
                StringBuilder text = new StringBuilder();
                try {
                    while (text.indexOf("\r\n\r\n") < 0) {
                        int next = in.read();
                        if (next < 0) {
                            return Optional.empty();
                        }
                        text.append((char) next);
                        if (text.toString().equals("\r\n")) {
                            text.setLength(0); // the answer to a keep-alive
                        }
                    }
                } catch (SocketTimeoutException e) {
                    return Optional.empty();
                }
                int at = text.indexOf("Content-Length: ");
                int length = Integer.parseInt(text.substring(at + 16, text.indexOf("\r\n", at)));
                return Optional.of(text + new String(in.readNBytes(length), StandardCharsets.UTF_8));
            }

            @Override
            public int port() {
                return socket.getLocalPort();
            }

            @Override
            public void close() throws IOException {
                socket.close();
            }
        };
    }
}
