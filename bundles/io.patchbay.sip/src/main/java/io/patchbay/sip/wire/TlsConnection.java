// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.wire;

import io.patchbay.sip.message.Peer;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLParameters;

/** A stream in TLS. Belongs to the selector's thread. */
final class TlsConnection extends Connection {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine engine;
    private final ByteBuffer plain;
    private final ByteBuffer sealed;
    private final ByteBuffer encrypted;

    TlsConnection(Peer peer, SocketChannel channel, int mostBytes, Inbox inbox, SSLContext context, boolean ours)
            throws IOException {
        super(peer, channel, mostBytes, inbox);
        engine = context.createSSLEngine(peer.host(), peer.port());
        engine.setUseClientMode(ours);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.2"});
        if (ours) { // whom we call must be who he says (RFC 5922, 7.1)
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        engine.setSSLParameters(parameters);
        int packet = engine.getSession().getPacketBufferSize();
        plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        encrypted = ByteBuffer.allocate(packet * 2);
        sealed = ByteBuffer.allocate(packet * 2).flip();
        engine.beginHandshake();
    }

    @Override
    void received(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            int count = Math.min(bytes.remaining(), encrypted.remaining());
            encrypted.put(bytes.slice().limit(count));
            bytes.position(bytes.position() + count);
            decrypt();
        }
    }

    private void decrypt() throws IOException {
        encrypted.flip();
        try {
            SSLEngineResult result;
            do {
                result = engine.unwrap(encrypted, plain);
                delegate();
                plain.flip();
                deliver(plain);
                plain.clear();
                if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
                    throw new EOFException("closed by the other side");
                }
            } while (result.getStatus() == SSLEngineResult.Status.OK
                    && (result.bytesConsumed() > 0 || result.bytesProduced() > 0)
                    && engine.getHandshakeStatus() != HandshakeStatus.NEED_WRAP);
        } finally {
            encrypted.compact();
        }
    }

    private void delegate() {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
    }

    @Override
    void transmit(ByteBuffer bytes) throws IOException {
        boolean going = flushed();
        while (going && (bytes.hasRemaining() || handshaking() == HandshakeStatus.NEED_WRAP)) {
            if (handshaking() == HandshakeStatus.NEED_UNWRAP) {
                return;
            }
            sealed.clear();
            engine.wrap(handshaking() == HandshakeStatus.NOT_HANDSHAKING ? bytes : NOTHING, sealed);
            sealed.flip();
            delegate();
            going = flushed();
        }
    }

    private HandshakeStatus handshaking() {
        return engine.getHandshakeStatus();
    }

    private boolean flushed() throws IOException {
        channel().write(sealed);
        return !sealed.hasRemaining();
    }

    @Override
    void handshake() throws IOException {
        transmit(NOTHING.duplicate());
        if (encrypted.position() > 0) {
            decrypt();
        }
    }

    @Override
    boolean wantsToWrite() {
        return sealed.hasRemaining()
                || handshaking() == HandshakeStatus.NEED_WRAP
                || (super.wantsToWrite() && handshaking() == HandshakeStatus.NOT_HANDSHAKING);
    }

    @Override
    boolean halfway() {
        return handshaking() != HandshakeStatus.NOT_HANDSHAKING || super.halfway();
    }
}
