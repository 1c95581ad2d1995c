// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.channel.voice.socket.SocketTally.Reason;
import io.patchbay.sip.flow.FlowSocket.Why;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a phone's socket is told, and when it loses it. */
class SocketLineTest implements Remote {
    private final List<String> told = new ArrayList<>();
    private final Deque<Consumer<Boolean>> unread = new ArrayDeque<>();
    private final SocketTally tally = new SocketTally();
    private long nanos;
    private boolean open = true;
    private boolean reads = true;
    private final SocketLine line = new SocketLine(this, tally, () -> nanos);

    private void written(String what, Consumer<Boolean> done) {
        told.add(what);
        if (reads) {
            done.accept(true);
        } else {
            unread.add(done);
        }
    }

    @Override
    public void text(String frame, Consumer<Boolean> done) {
        written(frame, done);
    }

    @Override
    public void binary(byte[] frame, Consumer<Boolean> done) {
        written("binary " + frame.length, done);
    }

    @Override
    public void ping() {
        told.add("ping");
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close(int status, String words) {
        open = false;
        told.add("close " + status);
    }

    private boolean sends(String text) {
        return line.send(text.getBytes(StandardCharsets.UTF_8));
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    @Test
    void aMessageIsATextFrameAndBytesThatAreNoTextABinaryOne() {
        assertThat(sends("SIP/2.0 200 好")).isTrue();
        assertThat(line.send(new byte[] {'S', (byte) 0xff})).isTrue();
        assertThat(told).containsExactly("SIP/2.0 200 好", "binary 2");
    }

    @Test
    void oneFrameLeavesAfterTheOther() {
        reads = false;
        sends("1");
        sends("2");
        assertThat(told).containsExactly("1");
        unread.remove().accept(true);
        assertThat(told).containsExactly("1", "2");
    }

    @Test
    void whoDoesNotReadLosesTheSocket() {
        reads = false;
        String message = "x".repeat(60_000);
        int taken = 0;
        while (sends(message)) {
            taken++;
        }
        assertThat(taken).isEqualTo((1 << 20) / 60_000);
        assertThat(told).last().isEqualTo("close 1013");
        assertThat(tally.of(Reason.SLOW)).isEqualTo(1);
        assertThat(sends("more")).isFalse();
    }

    @Test
    void aFrameThatDoesNotLeaveInTimeEndsIt() {
        reads = false;
        sends("1");
        unread.remove().accept(false);
        assertThat(told).containsExactly("1", "close 1013");
    }

    @Test
    void whoAnswersPingsStays() {
        for (int i = 0; i < 10; i++) {
            pass(SocketLine.PING);
            assertThat(line.beat()).isTrue();
            line.heard();
        }
        assertThat(told).hasSize(10).containsOnly("ping");
    }

    @Test
    void whoDoesNotIsGone() {
        pass(SocketLine.PING);
        assertThat(line.beat()).isTrue();
        pass(SocketLine.PING);
        assertThat(line.beat()).isTrue();
        pass(SocketLine.PING);
        assertThat(line.beat()).isFalse();
        assertThat(told).containsExactly("ping", "ping", "close 1001");
        assertThat(tally.of(Reason.SILENT)).isEqualTo(1);
    }

    @Test
    void whatTheNodeClosesIsCountedOnce() {
        line.close(Why.ILLEGIBLE);
        line.close(Why.TOO_FAST);
        line.full();
        assertThat(told).containsExactly("close 1007");
        assertThat(tally.of(Reason.ILLEGIBLE)).isEqualTo(1);
        assertThat(tally.of(Reason.FAST) + tally.of(Reason.FULL)).isZero();
        assertThat(line.beat()).isFalse();
    }

    @Test
    void aRestartIsNobodysFault() {
        line.close(Why.RESTART);
        assertThat(told).containsExactly("close 1012");
        for (Reason reason : Reason.values()) {
            assertThat(tally.of(reason)).isZero();
        }
    }
}
