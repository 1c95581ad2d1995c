// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc.dtls;

import io.patchbay.webrtc.srtp.SrtpSession;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.DatagramTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One DTLS association with a browser (RFC 5764): it begins with the browser's first record and gives keys. Records are
 * put in by the media thread and worked on elsewhere; a thread is held only while records wait or a handshake runs.
 */
public final class Association {
    private static final Logger log = LoggerFactory.getLogger(Association.class);
    private static final int MOST_WAITING = 32;
    private static final int LARGEST_IN = 1_500;
    private static final int LARGEST_OUT = 1_200;
    private static final int PAUSE_MILLIS = 1;

    /** What becomes of it; told on a thread of the handshakes. */
    public interface Events {
        /** The browser is who it said it is. */
        void established(SrtpSession session);

        /** There is no trust, or no more. */
        void failed(String why);
    }

    private final Handshakes handshakes;
    private final Fingerprint client;
    private final Consumer<ByteBuffer> outlet;
    private final Events events;
    private final BlockingQueue<byte[]> records = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicBoolean working = new AtomicBoolean();
    private volatile boolean closed;
    /** Of whoever works. */
    private volatile Optional<DTLSTransport> transport = Optional.empty();

    /** {@code outlet} sends a record of ours to where the browser is. */
    public Association(Handshakes handshakes, Fingerprint client, Consumer<ByteBuffer> outlet, Events events) {
        this.handshakes = handshakes;
        this.client = client;
        this.outlet = outlet;
        this.events = events;
    }

    /** Takes a record of the browser; returns at once. What comes faster than it is worked on is dropped. */
    public void take(ByteBuffer record) {
        byte[] bytes = new byte[record.remaining()];
        record.get(0, bytes);
        if (!closed && records.offer(bytes)) {
            work();
        }
    }

    private void work() {
        if (working.compareAndSet(false, true) && !handshakes.execute(this::run)) {
            working.set(false);
        }
    }

    private void run() {
        try {
            if (transport.isPresent()) {
                read(transport.get());
            } else {
                shakeHands();
            }
        } finally {
            working.set(false);
        }
        if (!records.isEmpty() && !closed) { // came while we were leaving
            work();
        }
    }

    private void shakeHands() {
        SrtpServer server = handshakes.server(client);
        try {
            transport = Optional.of(new DTLSServerProtocol().accept(server, new Datagrams()));
            events.established(server.session());
        } catch (IOException e) {
            if (!closed) {
                log.debug("no handshake", e);
                events.failed(String.valueOf(e.getMessage()));
            }
            close();
        }
    }

    /** Repeats our last flight if it was lost, and hears good-byes. */
    private void read(DTLSTransport from) {
        byte[] nothing = new byte[LARGEST_IN];
        try {
            while (!records.isEmpty() && !closed) {
                from.receive(nothing, 0, nothing.length, PAUSE_MILLIS);
            }
        } catch (IOException e) {
            log.debug("the browser ended it", e);
            close();
            events.failed("ended by the browser");
        }
    }

    /** Nothing is taken or sent any more. */
    public void close() {
        closed = true;
        records.clear();
        records.offer(new byte[0]); // whoever waits looks up
    }

    /** The library's view of our socket. */
    private final class Datagrams implements DatagramTransport {
        @Override
        public int getReceiveLimit() {
            return LARGEST_IN;
        }

        @Override
        public int getSendLimit() {
            return LARGEST_OUT;
        }

        @Override
        public int receive(byte[] to, int at, int length, int waitMillis) throws IOException {
            try {
                byte[] record = records.poll(waitMillis, TimeUnit.MILLISECONDS);
                if (closed) {
                    throw new IOException("closed");
                }
                if (record == null) {
                    return -1;
                }
                int taken = Math.min(length, record.length);
                System.arraycopy(record, 0, to, at, taken);
                return taken;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }

        @Override
        public void send(byte[] record, int at, int length) throws IOException {
            if (closed) {
                throw new IOException("closed");
            }
            outlet.accept(ByteBuffer.wrap(record, at, length));
        }

        @Override
        public void close() {
            // The leg closes its socket.
        }
    }
}
