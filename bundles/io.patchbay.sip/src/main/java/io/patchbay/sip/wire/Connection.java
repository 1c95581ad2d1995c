// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.wire;

import io.patchbay.sip.message.Peer;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One stream. Reading and writing belong to the selector's thread; {@link #offer} may be called by any. */
class Connection {
    /** A peer that does not read what it gets is cut off. */
    private static final int MOST_WAITING_BYTES = 1 << 20;

    private static final Logger log = LoggerFactory.getLogger(Connection.class);

    private record Waiting(ByteBuffer bytes, Runnable failed) {}

    /** Answer to a keep-alive (RFC 5626, 4.4.1). */
    private static final String PONG = "\r\n";

    private final Peer peer;
    private final SocketChannel channel;
    private final Framer framer;
    private final Inbox inbox;
    private final ByteBuffer input = ByteBuffer.allocate(4096);
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private boolean closed;
    private boolean ending;
    private volatile long lastReadNanos = System.nanoTime();

    Connection(Peer peer, SocketChannel channel, int mostBytes, Inbox inbox) {
        this.peer = peer;
        this.channel = channel;
        this.inbox = inbox;
        framer = new Framer(mostBytes);
    }

    Peer peer() {
        return peer;
    }

    SocketChannel channel() {
        return channel;
    }

    /** Nanoseconds since something was read. */
    long idleNanos(long nowNanos) {
        return nowNanos - lastReadNanos;
    }

    /** Whether the other side owes us the rest of something. */
    boolean halfway() {
        return framer.halfway() || channel.isConnectionPending();
    }

    /** Queues bytes; false, and nothing queued, if the connection is gone or its peer does not read. */
    synchronized boolean offer(byte[] message, Runnable failed) {
        if (closed || ending || waitingBytes + message.length > MOST_WAITING_BYTES) {
            return false;
        }
        waiting.add(new Waiting(ByteBuffer.wrap(message), failed));
        waitingBytes += message.length;
        return true;
    }

    void connected(SelectionKey key) throws IOException {
        channel.finishConnect();
        interest(key);
    }

    void read() throws IOException {
        int count = channel.read(input);
        if (count < 0) {
            throw new EOFException("closed by the other side");
        }
        lastReadNanos = System.nanoTime();
        input.flip();
        received(input);
        input.compact();
    }

    /** What came over the wire. */
    void received(ByteBuffer bytes) throws IOException {
        deliver(bytes);
    }

    /** Bytes of messages. */
    final void deliver(ByteBuffer bytes) {
        framer.add(bytes);
        Optional<byte[]> message = framer.next();
        while (message.isPresent()) {
            inbox.arrived(message.get(), peer);
            message = framer.next();
        }
        if (framer.pings() > 0) {
            offer(PONG.getBytes(StandardCharsets.US_ASCII), () -> {});
        }
        if (framer.broken()) {
            synchronized (this) {
                ending = true;
            }
        }
    }

    /** Goes on with a handshake; a plain stream has none. */
    void handshake() throws IOException {}

    /** Writes what waits. Selector's thread. */
    void write(SelectionKey key) throws IOException {
        if (channel.isConnectionPending()) {
            return;
        }
        handshake();
        synchronized (this) {
            while (!waiting.isEmpty()) {
                ByteBuffer bytes = waiting.peek().bytes();
                int before = bytes.remaining();
                transmit(bytes);
                waitingBytes -= before - bytes.remaining();
                if (bytes.hasRemaining()) {
                    break;
                }
                waiting.remove();
            }
            if (ending && waiting.isEmpty()) {
                throw new EOFException("no more messages can be told apart");
            }
        }
        interest(key);
    }

    /** Writes bytes of messages as far as the socket takes them. */
    void transmit(ByteBuffer bytes) throws IOException {
        channel.write(bytes);
    }

    /** Whether something must be written. */
    boolean wantsToWrite() {
        return waits();
    }

    private synchronized boolean waits() {
        return !waiting.isEmpty() || ending;
    }

    final void interest(SelectionKey key) {
        if (channel.isConnectionPending()) {
            key.interestOps(SelectionKey.OP_CONNECT);
        } else {
            key.interestOps(wantsToWrite() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        }
    }

    /** Ends it; who waits is told. */
    void close() {
        List<Waiting> lost;
        synchronized (this) {
            closed = true;
            lost = List.copyOf(waiting);
            waiting.clear();
        }
        try {
            channel.close();
        } catch (IOException e) {
            log.debug("Close of {}", peer, e);
        }
        lost.forEach(each -> each.failed().run());
    }
}
