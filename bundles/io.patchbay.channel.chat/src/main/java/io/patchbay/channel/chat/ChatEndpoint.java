// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.chat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One WebSocket; made by the container for each handshake. */
public final class ChatEndpoint extends Endpoint {
    private static final Logger log = LoggerFactory.getLogger(ChatEndpoint.class);
    private static final String REMOTE = "jakarta.websocket.endpoint.remoteAddress";
    private static final Map<String, AtomicInteger> BY_ADDRESS = new ConcurrentHashMap<>();

    private final ChatChannel channel;
    private Dialogue dialogue;
    private SocketConnection connection;
    private String address = "";

    ChatEndpoint(ChatChannel channel) {
        this.channel = channel;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        address = session.getUserProperties().get(REMOTE) instanceof InetSocketAddress remote
                ? remote.getAddress().getHostAddress()
                : "";
        int open =
                BY_ADDRESS.computeIfAbsent(address, key -> new AtomicInteger()).incrementAndGet();
        int most = channel.settings().maxConnectionsPerAddress();
        connection = new SocketConnection(session);
        channel.opened(connection);
        if (most > 0 && open > most) {
            connection.send(Frames.error(Frames.Fault.OVERLOADED, true));
            connection.close(1013, "too many connections from this address");
            return;
        }
        dialogue = new Dialogue(channel, connection, InstantSource.system());
        session.addMessageHandler(String.class, (MessageHandler.Whole<String>) dialogue::frame);
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        BY_ADDRESS.computeIfPresent(address, (key, count) -> count.decrementAndGet() <= 0 ? null : count);
        channel.closed(connection);
        if (dialogue != null) {
            dialogue.closed();
        }
    }

    @Override
    public void onError(Session session, Throwable failure) {
        log.debug("Chat socket {} broke", session.getId(), failure);
        try {
            session.close(new CloseReason(CloseReason.CloseCodes.PROTOCOL_ERROR, "broken"));
        } catch (IOException e) {
            log.debug("Chat socket {} was already gone", session.getId(), e);
        }
    }
}
