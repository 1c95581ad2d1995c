// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.chat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one frame after the other without blocking; a reader that is too slow loses his connection, not his lines. */
final class SocketConnection implements Connection {
    private static final Logger log = LoggerFactory.getLogger(SocketConnection.class);
    private static final int MOST_WAITING = 2_000;

    private final Session session;
    private final Deque<Outgoing> waiting = new ArrayDeque<>();
    private boolean sending;
    private CloseReason closing;

    private record Outgoing(String frame, Runnable sent) {}

    SocketConnection(Session session) {
        this.session = session;
    }

    @Override
    public void send(String frame, Runnable sent) {
        synchronized (this) {
            if (closing != null || !session.isOpen()) {
                return;
            }
            waiting.addLast(new Outgoing(frame, sent));
            if (waiting.size() > MOST_WAITING) {
                waiting.clear();
                closing = new CloseReason(CloseReason.CloseCodes.TRY_AGAIN_LATER, "too slow");
            }
        }
        next();
    }

    /** Never sends while holding the lock: the answer may come on the same thread. */
    private void next() {
        Outgoing outgoing;
        synchronized (this) {
            if (sending) {
                return;
            }
            outgoing = waiting.pollFirst();
            sending = outgoing != null;
        }
        if (outgoing != null) {
            session.getAsyncRemote().sendText(outgoing.frame(), result -> done(outgoing, result));
        } else {
            closeIfAsked();
        }
    }

    private void done(Outgoing outgoing, SendResult result) {
        synchronized (this) {
            sending = false;
        }
        if (result.isOK()) {
            outgoing.sent().run();
        }
        next();
    }

    @Override
    public void close(int code, String reason) {
        synchronized (this) {
            if (closing == null) {
                closing = new CloseReason(CloseReason.CloseCodes.getCloseCode(code), reason);
            }
        }
        next();
    }

    private void closeIfAsked() {
        CloseReason reason;
        synchronized (this) {
            reason = closing;
        }
        if (reason != null && session.isOpen()) {
            closeNow(reason);
        }
    }

    private void closeNow(CloseReason reason) {
        try {
            session.close(reason);
        } catch (IOException e) {
            log.debug("Chat socket {} was already gone", session.getId(), e);
        }
    }
}
