// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.socket;

import io.patchbay.channel.voice.socket.SocketTally.Reason;
import io.patchbay.sip.flow.FlowSocket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one frame after the other without blocking: text where a message is text, as browsers like it. Whoever does
 * not read, or answers no ping, loses the socket.
 */
final class SocketLine implements FlowSocket {
    private static final Logger log = LoggerFactory.getLogger(SocketLine.class);

    /** As much as a stream may owe its reader. */
    private static final int MOST_WAITING_BYTES = 1 << 20;

    /** How often we ask whether somebody is there. */
    static final Duration PING = Duration.ofSeconds(15);

    /** Two pings without a pong, and some. */
    static final Duration SILENCE = Duration.ofSeconds(40);

    private static final int TRY_LATER = 1013;
    private static final int GOING_AWAY = 1001;
    private static final Map<Why, Reason> REASONS = new EnumMap<>(
            Map.of(Why.ILLEGIBLE, Reason.ILLEGIBLE, Why.TOO_FAST, Reason.FAST, Why.UNUSED, Reason.UNUSED));

    private final Remote remote;
    private final SocketTally tally;
    private final LongSupplier nanoTime;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private boolean sending;
    private boolean ending;
    private volatile long heardNanos;

    SocketLine(Remote remote, SocketTally tally, LongSupplier nanoTime) {
        this.remote = remote;
        this.tally = tally;
        this.nanoTime = nanoTime;
        heardNanos = nanoTime.getAsLong();
    }

    @Override
    public boolean send(byte[] message) {
        boolean slow;
        synchronized (this) {
            if (ending || !remote.isOpen()) {
                return false;
            }
            slow = waitingBytes + message.length > MOST_WAITING_BYTES;
            if (!slow) {
                waiting.addLast(message);
                waitingBytes += message.length;
            }
        }
        if (slow) {
            slow();
        } else {
            next();
        }
        return !slow;
    }

    private void slow() {
        end(TRY_LATER, "too slow", Reason.SLOW);
    }

    /** Never writes while holding the lock: the answer may come on the same thread. */
    private void next() {
        byte[] message;
        synchronized (this) {
            if (sending || ending || waiting.isEmpty()) {
                return;
            }
            message = waiting.removeFirst();
            sending = true;
        }
        try {
            remote.text(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(message))
                            .toString(),
                    left -> done(message, left));
        } catch (CharacterCodingException e) {
            remote.binary(message, left -> done(message, left));
        }
    }

    private void done(byte[] message, boolean left) {
        synchronized (this) {
            sending = false;
            waitingBytes -= message.length;
        }
        if (left) {
            next();
        } else {
            slow(); // it is closed already, or took too long
        }
    }

    /** Something came, if only a pong. */
    void heard() {
        heardNanos = nanoTime.getAsLong();
    }

    /**
     * Asks whether somebody is there.
     *
     * @return false if there is nothing to be asked any more
     */
    boolean beat() {
        if (!remote.isOpen()) {
            return false;
        }
        if (nanoTime.getAsLong() - heardNanos > SILENCE.toNanos()) {
            end(GOING_AWAY, "no answer to pings", Reason.SILENT);
            return false;
        }
        try {
            remote.ping();
        } catch (IOException | IllegalArgumentException e) {
            log.debug("no ping", e);
        }
        return true;
    }

    /** There are enough sockets without it. */
    void full() {
        end(TRY_LATER, "too many connections, or no telephone", Reason.FULL);
    }

    @Override
    public void close(Why why) {
        if (ends()) {
            Reason reason = REASONS.get(why);
            if (reason != null) {
                tally.count(reason);
            }
            remote.close(why.status(), why.words());
        }
    }

    private void end(int status, String words, Reason reason) {
        if (ends()) {
            tally.count(reason);
            remote.close(status, words);
        }
    }

    private synchronized boolean ends() {
        boolean first = !ending && remote.isOpen();
        ending = true;
        waiting.clear();
        return first;
    }
}
