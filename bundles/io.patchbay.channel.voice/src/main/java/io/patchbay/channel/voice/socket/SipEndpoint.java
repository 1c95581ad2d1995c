// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.socket;

import io.patchbay.sip.flow.Flow;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One WebSocket of a phone: each frame, text or binary, is one message of SIP (RFC 7118, 5). */
public final class SipEndpoint extends Endpoint {
    private static final Logger log = LoggerFactory.getLogger(SipEndpoint.class);
    private static final int LARGEST_FRAME = 64 * 1024;
    private static final long SEND_WITHIN_MILLIS = 10_000;

    private final SocketDoor door;
    private final String host;
    private final int port;
    private final boolean secure;
    private Optional<Flow> flow = Optional.empty();

    /** A socket of the client at that address. */
    SipEndpoint(SocketDoor door, String host, int port, boolean secure) {
        this.door = door;
        this.host = host;
        this.port = port;
        this.secure = secure;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.setMaxIdleTimeout(0);
        session.setMaxTextMessageBufferSize(LARGEST_FRAME);
        session.setMaxBinaryMessageBufferSize(LARGEST_FRAME);
        session.getAsyncRemote().setSendTimeout(SEND_WITHIN_MILLIS);
        SocketLine line = new SocketLine(new Frames(session), door.tally(), System::nanoTime);
        flow = door.flow(host, port, secure, line);
        if (flow.isEmpty()) {
            line.full();
            return;
        }
        Consumer<byte[]> taken = message -> {
            line.heard();
            flow.get().arrived(message);
        };
        session.addMessageHandler(String.class, text -> taken.accept(text.getBytes(StandardCharsets.UTF_8)));
        session.addMessageHandler(byte[].class, taken::accept);
        session.addMessageHandler(PongMessage.class, (MessageHandler.Whole<PongMessage>) pong -> line.heard());
        beats(line);
    }

    private void beats(SocketLine line) {
        door.later(SocketLine.PING, () -> {
            if (line.beat()) {
                beats(line);
            }
        });
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        log.debug("SIP socket of {} closed: {}", host, reason);
        flow.ifPresent(Flow::closed);
    }

    /** Whatever one client does wrong costs only its own socket; the container closes it with what was wrong. */
    @Override
    public void onError(Session session, Throwable failure) {
        log.debug("SIP socket of {} broke", host, failure);
    }

    /** The container's view of the socket. */
    private record Frames(Session session) implements Remote {
        @Override
        public void text(String frame, Consumer<Boolean> done) {
            session.getAsyncRemote().sendText(frame, result -> done.accept(result.isOK()));
        }

        @Override
        public void binary(byte[] frame, Consumer<Boolean> done) {
            session.getAsyncRemote().sendBinary(ByteBuffer.wrap(frame), result -> done.accept(result.isOK()));
        }

        @Override
        public void ping() throws IOException {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        }

        @Override
        public boolean isOpen() {
            return session.isOpen();
        }

        @Override
        public void close(int status, String words) {
            try {
                session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(status), words));
            } catch (IOException e) {
                log.debug("SIP socket {} was already gone", session.getId(), e);
            }
        }
    }
}
