// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.wire;

import io.patchbay.sip.flow.Flow;
import io.patchbay.sip.flow.FlowSocket;
import io.patchbay.sip.message.Peer;
import io.patchbay.sip.message.Transport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SIP over WebSockets (RFC 7118): each socket is a flow of its own, whoever has none is out of reach. Sockets are
 * somebody else's; this says what may come over them and finds them by their peer. Any thread.
 */
public final class Flows {
    private static final Logger log = LoggerFactory.getLogger(Flows.class);

    private static final int MOST = 5_000;
    private static final int MOST_OF_ONE_HOST = 500;
    private static final int FIRST_FREE = 1024;
    private static final int LAST = 65_535;
    private static final long UNUSED_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final long SWEEP_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final double NANOS = 1e9;

    /** Two line ends, and the one that answers them (RFC 5626, 3.5.1). */
    private static final int PING_BYTES = 4;

    private static final byte[] PONG = "\r\n".getBytes(StandardCharsets.US_ASCII);

    private final double perSecond;
    private final double burst;
    private final LongSupplier nanoTime;
    private final Consumer<Peer> lost;
    private final Map<Peer, Open> flows = new ConcurrentHashMap<>();
    private volatile boolean closed;
    private long sweptNanos;

    /**
     * None yet.
     *
     * @param perSecond messages of one socket, on average
     * @param burst of one socket at once
     * @param nanoTime a clock
     * @param lost told of each that is gone
     */
    public Flows(int perSecond, int burst, LongSupplier nanoTime, Consumer<Peer> lost) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanoTime = nanoTime;
        this.lost = lost;
        sweptNanos = nanoTime.getAsLong();
    }

    /** Takes a socket; empty if there are enough of them. */
    public synchronized Optional<Flow> open(
            String host, int port, Transport transport, FlowSocket socket, Inbox inbox) {
        if (closed || flows.size() >= MOST || ofHost(host) >= MOST_OF_ONE_HOST) {
            return Optional.empty();
        }
        Open flow = new Open(free(host, port, transport), socket, inbox);
        flows.put(flow.peer, flow);
        return Optional.of(flow);
    }

    private long ofHost(String host) {
        return flows.keySet().stream().filter(peer -> peer.host().equals(host)).count();
    }

    /** Behind a proxy many have the same port, or none; there are always fewer sockets than numbers. */
    private Peer free(String host, int port, Transport transport) {
        Peer peer = new Peer(host, port < 1 || port > LAST ? FIRST_FREE : port, transport);
        while (flows.containsKey(peer)) {
            peer = new Peer(host, peer.port() == LAST ? FIRST_FREE : peer.port() + 1, transport);
        }
        return peer;
    }

    /** Whether a message gets there, as far as is known. */
    public boolean isOpen(Peer peer) {
        return !peer.transport().socket() || flows.containsKey(peer);
    }

    /** Sends by the socket of that peer, if it is there. */
    void send(byte[] message, Peer to, Runnable failed) {
        Open flow = flows.get(to);
        if (flow == null || !flow.socket.send(message)) {
            log.debug("Not sent to {}", to);
            failed.run();
        }
    }

    /** How many are open. */
    public int size() {
        return flows.size();
    }

    /** Closes those that say nothing and are not used. Called once a second; {@code used} is asked now and then. */
    public synchronized void sweep(Supplier<Set<Peer>> used) {
        long now = nanoTime.getAsLong();
        if (now - sweptNanos < SWEEP_NANOS) {
            return;
        }
        sweptNanos = now;
        List<Open> quiet = flows.values().stream()
                .filter(flow -> now - flow.heardNanos > UNUSED_NANOS)
                .toList();
        if (!quiet.isEmpty()) {
            Set<Peer> needed = used.get();
            quiet.stream()
                    .filter(flow -> !needed.contains(flow.peer))
                    .forEach(flow -> flow.socket.close(FlowSocket.Why.UNUSED));
        }
    }

    /** Tells all sockets to close. */
    synchronized void close() {
        closed = true;
        flows.values().forEach(flow -> flow.socket.close(FlowSocket.Why.RESTART));
    }

    private final class Open implements Flow {
        private final Peer peer;
        private final FlowSocket socket;
        private final Inbox inbox;
        private volatile long heardNanos = nanoTime.getAsLong();
        private double allowance = burst;
        private long refilledNanos = heardNanos;

        Open(Peer peer, FlowSocket socket, Inbox inbox) {
            this.peer = peer;
            this.socket = socket;
            this.inbox = inbox;
        }

        @Override
        public Peer peer() {
            return peer;
        }

        @Override
        public void arrived(byte[] message) {
            if (!flows.containsKey(peer)) {
                return;
            }
            if (!allowed()) {
                socket.close(FlowSocket.Why.TOO_FAST);
            } else if (isKeepAlive(message)) {
                if (message.length >= PING_BYTES && !socket.send(PONG)) {
                    log.debug("Keep-alive of {} is not answered", peer);
                }
            } else if (!taken(message)) {
                socket.close(FlowSocket.Why.ILLEGIBLE);
            }
        }

        /** Whatever one client says costs only its own socket. */
        private boolean taken(byte[] message) {
            heardNanos = nanoTime.getAsLong();
            try {
                return inbox.arrived(message, peer);
            } catch (RuntimeException | StackOverflowError e) {
                log.debug("Message of {}", peer, e);
                return false;
            }
        }

        private synchronized boolean allowed() {
            long now = nanoTime.getAsLong();
            allowance = Math.min(burst, allowance + (now - refilledNanos) / NANOS * perSecond);
            refilledNanos = now;
            if (allowance < 1) {
                return false;
            }
            allowance--;
            return true;
        }

        private static boolean isKeepAlive(byte[] message) {
            for (byte each : message) {
                if (each != '\r' && each != '\n') {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void closed() {
            if (flows.remove(peer, this)) {
                lost.accept(peer);
            }
        }
    }
}
