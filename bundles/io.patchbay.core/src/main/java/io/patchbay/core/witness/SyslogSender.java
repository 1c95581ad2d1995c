// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.witness;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends to a syslog receiver: UDP (RFC 5426), or TCP and TLS with counted octets (RFC 6587, 3.4.1; RFC 5425, 4.3). A
 * bounded queue waits for a receiver that is away; the oldest message goes first when it is full.
 */
public final class SyslogSender implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SyslogSender.class);
    private static final int WAITING = 1_000;
    private static final int CONNECT_MILLIS = 5_000;

    private final Receiver receiver;
    private final long pauseMillis;
    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Thread thread;
    private Optional<Socket> socket = Optional.empty();
    private boolean away;
    private volatile boolean over;

    /** How it is sent. */
    public enum Transport {
        UDP,
        TCP,
        TLS
    }

    /** Whereto; the factory is asked for TLS only. */
    public record Receiver(Transport transport, String host, int port, Optional<SSLSocketFactory> tls) {}

    /** Sends to a receiver; tries again after a pause while it is away. */
    public SyslogSender(Receiver receiver, long pauseMillis) {
        this.receiver = receiver;
        this.pauseMillis = pauseMillis;
        this.thread = new Thread(this::run, "patchbay-syslog-1");
        thread.setDaemon(true);
        thread.start();
    }

    /** Sockets that trust the certificates of a PEM file and no others. */
    public static SSLSocketFactory trusting(Path pem) {
        return Trust.of(pem);
    }

    /** Takes a message; returns at once. */
    public void send(String message) {
        while (!waiting.offer(message)) {
            waiting.poll();
        }
    }

    private void run() {
        try {
            while (!over) {
                String message = waiting.poll(1, TimeUnit.SECONDS);
                while (message != null && !over && !sent(message)) {
                    pause();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            drop();
        }
    }

    private boolean sent(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        try {
            if (receiver.transport() == Transport.UDP) {
                datagram(bytes);
            } else {
                stream(bytes);
            }
            away = false;
            return true;
        } catch (IOException e) {
            drop();
            if (!away) {
                log.warn(
                        "Syslog receiver {}:{} is away, trying on: {}", receiver.host(), receiver.port(), e.toString());
            }
            away = true;
            return false;
        }
    }

    private void datagram(byte[] bytes) throws IOException {
        try (DatagramSocket udp = new DatagramSocket()) {
            udp.send(new DatagramPacket(bytes, bytes.length, InetAddress.getByName(receiver.host()), receiver.port()));
        }
    }

    private void stream(byte[] bytes) throws IOException {
        if (socket.isEmpty() || gone(socket.get())) {
            drop();
            socket = Optional.of(connected());
        }
        byte[] count = (bytes.length + " ").getBytes(StandardCharsets.US_ASCII);
        byte[] frame = new byte[count.length + bytes.length];
        System.arraycopy(count, 0, frame, 0, count.length);
        System.arraycopy(bytes, 0, frame, count.length, bytes.length);
        socket.get().getOutputStream().write(frame);
        socket.get().getOutputStream().flush();
    }

    /** A receiver never speaks: the end of its stream is the only sign that it left before we write. */
    private static boolean gone(Socket open) throws IOException {
        open.setSoTimeout(1);
        try {
            return open.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException stillThere) {
            return false;
        }
    }

    private Socket connected() throws IOException {
        Socket plain = new Socket();
        plain.connect(new InetSocketAddress(receiver.host(), receiver.port()), CONNECT_MILLIS);
        if (receiver.transport() == Transport.TCP) {
            return plain;
        }
        SSLSocketFactory factory = receiver.tls().orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
        SSLSocket secure = (SSLSocket) factory.createSocket(plain, receiver.host(), receiver.port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    @SuppressWarnings("WaitNotInLoop") // waking early only means trying early
    private synchronized void pause() throws InterruptedException {
        if (!over) {
            wait(pauseMillis);
        }
    }

    private void drop() {
        socket.ifPresent(open -> {
            try {
                open.close();
            } catch (IOException e) {
                log.debug("Syslog connection did not close", e);
            }
        });
        socket = Optional.empty();
    }

    @Override
    public void close() {
        over = true;
        thread.interrupt();
    }
}
