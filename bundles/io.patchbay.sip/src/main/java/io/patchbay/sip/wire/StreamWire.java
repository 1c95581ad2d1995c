// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.wire;

import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SIP over TCP or TLS: one listening socket, one thread, every connection in either direction kept and used both ways.
 */
public final class StreamWire implements Wire {
    private static final Logger log = LoggerFactory.getLogger(StreamWire.class);

    private static final int MOST_CONNECTIONS = 5_000;
    private static final int MOST_OF_ONE_HOST = 500;

    /** Half a message, a connection or a handshake may take that long. */
    private static final long HALFWAY_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** Phones refresh within an hour; their connection must live until then. */
    private static final long IDLE_NANOS = TimeUnit.MINUTES.toNanos(70);

    private static final long SWEEP_MILLIS = 1_000;

    private final Transport transport;
    private final ConnectionMaker maker;
    private final ServerSocketChannel server;
    private final Selector selector;
    private final Thread thread;
    private final Map<Peer, Connection> connections = new ConcurrentHashMap<>();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private volatile boolean closing;
    private long sweptNanos = System.nanoTime();

    /** Makes a plain or an encrypted connection. */
    @FunctionalInterface
    public interface ConnectionMaker {
        /** Called by the selector's thread; {@code ours} is true where we connect. */
        Connection make(Peer peer, SocketChannel channel, boolean ours) throws IOException;
    }

    /** Opens the listening socket; nothing is accepted before {@link #start}. */
    StreamWire(Transport transport, InetSocketAddress address, ConnectionMaker maker) throws IOException {
        this.transport = transport;
        this.maker = maker;
        server = ServerSocketChannel.open();
        try {
            server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            server.bind(address, 512);
            server.configureBlocking(false);
        } catch (IOException e) {
            server.close();
            throw e;
        }
        selector = Selector.open();
        server.register(selector, SelectionKey.OP_ACCEPT);
        thread = new Thread(this::run, "patchbay-sip-" + transport.word());
        thread.setDaemon(true);
    }

    /** SIP over TCP. */
    public static StreamWire tcp(InetSocketAddress address, int mostBytes, Inbox inbox) throws IOException {
        return new StreamWire(
                Transport.TCP, address, (peer, channel, ours) -> new Connection(peer, channel, mostBytes, inbox));
    }

    /** SIP over TLS, with that key and no client certificates. */
    public static StreamWire tls(InetSocketAddress address, int mostBytes, Inbox inbox, SSLContext context)
            throws IOException {
        return new StreamWire(
                Transport.TLS,
                address,
                (peer, channel, ours) -> new TlsConnection(peer, channel, mostBytes, inbox, context, ours));
    }

    @Override
    public void start() {
        thread.start();
    }

    /** Sends over the connection to that peer, which is made if there is none. Any thread. */
    public void send(byte[] message, Peer to, InetAddress address, Runnable failed) {
        Connection open = connections.get(to);
        if (open != null && open.offer(message, failed)) {
            later(() -> flush(open));
        } else {
            later(() -> connect(message, to, address, failed));
        }
    }

    /** Connections that are open or being opened. */
    public int connections() {
        return connections.size();
    }

    private void later(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    private void flush(Connection connection) {
        SelectionKey key = connection.channel().keyFor(selector);
        if (key != null && key.isValid()) {
            connection.interest(key);
        }
    }

    private void connect(byte[] message, Peer to, InetAddress address, Runnable failed) {
        Connection open = connections.get(to);
        if (open != null && open.offer(message, failed)) {
            flush(open);
            return;
        }
        Connection made = null;
        try {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            made = maker.make(to, channel, true);
            channel.connect(new InetSocketAddress(address, to.port()));
            if (!made.offer(message, failed)) {
                throw new IOException("message too large");
            }
            adopt(made);
        } catch (IOException | RuntimeException e) {
            log.debug("No connection to {}", to, e);
            if (made != null) {
                drop(made);
            }
            failed.run();
        }
    }

    private void adopt(Connection connection) throws IOException {
        connection.channel().setOption(StandardSocketOptions.TCP_NODELAY, true);
        SelectionKey key = connection.channel().register(selector, 0, connection);
        Connection old = connections.put(connection.peer(), connection);
        if (old != null) {
            old.close();
        }
        connection.interest(key);
    }

    private void run() {
        while (!closing) {
            try {
                selector.select(this::ready, SWEEP_MILLIS);
                for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                    task.run();
                }
                sweep();
            } catch (IOException | RuntimeException e) {
                log.warn("Selector of {}", transport, e);
            }
        }
        connections.values().forEach(Connection::close);
    }

    /** Whatever one connection does wrong costs only that connection. */
    private void ready(SelectionKey key) {
        if (!(key.attachment() instanceof Connection connection)) {
            accept();
            return;
        }
        try {
            if (key.isConnectable()) {
                connection.connected(key);
            }
            if (key.isReadable()) {
                connection.read();
            }
            connection.write(key);
        } catch (IOException | CancelledKeyException e) {
            log.debug("Connection with {} ended: {}", connection.peer(), e.getMessage());
            drop(connection);
        } catch (RuntimeException | StackOverflowError e) {
            log.debug("Connection with {} ended", connection.peer(), e);
            drop(connection);
        }
    }

    private void accept() {
        try {
            SocketChannel channel = server.accept();
            if (channel == null) {
                return;
            }
            InetSocketAddress remote = (InetSocketAddress) channel.getRemoteAddress();
            Peer peer = new Peer(UdpWire.digits(remote.getAddress()), remote.getPort(), transport);
            if (connections.size() >= MOST_CONNECTIONS || ofHost(peer.host()) >= MOST_OF_ONE_HOST) {
                channel.close();
                return;
            }
            channel.configureBlocking(false);
            adopt(maker.make(peer, channel, false));
        } catch (IOException e) {
            log.debug("A connection was not accepted", e);
        }
    }

    private long ofHost(String host) {
        return connections.size() < MOST_OF_ONE_HOST
                ? 0
                : connections.keySet().stream()
                        .filter(peer -> peer.host().equals(host))
                        .count();
    }

    private void sweep() {
        long now = System.nanoTime();
        if (now - sweptNanos < TimeUnit.MILLISECONDS.toNanos(SWEEP_MILLIS)) {
            return;
        }
        sweptNanos = now;
        for (Connection connection : connections.values()) {
            long idle = connection.idleNanos(now);
            if (idle > IDLE_NANOS || (connection.halfway() && idle > HALFWAY_NANOS)) {
                drop(connection);
            }
        }
    }

    private void drop(Connection connection) {
        connections.remove(connection.peer(), connection);
        connection.close();
    }

    @Override
    public void close() {
        closing = true;
        selector.wakeup();
        try {
            thread.join(2_000);
            server.close();
            selector.close();
        } catch (IOException e) {
            log.debug("Close of {}", transport, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
