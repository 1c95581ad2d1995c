// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import io.patchbay.media.G711;
import io.patchbay.media.SecuredPath.Content;
import io.patchbay.media.mix.Speech;
import io.patchbay.media.rtp.RtpPacket;
import io.patchbay.media.rtp.RtpSender;
import java.nio.ByteBuffer;

/**
 * The way straight through: while a leg hears exactly one other and gets nothing else, the packets of that one go on as
 * they come, numbered as ours, and wait for no tick. Gaps stay gaps: the far end hides them as it does on any line.
 */
final class Passage {
    /** Longer packets go by the mixer, which cuts them. */
    static final int LONGEST_PACKET = 3 * Speech.FRAME;

    /** So long the far end gets nothing before silence is sent to it. */
    private static final int MOST_TICKS_DRY = 5;

    private static final int MOST_LOST = 50;
    private static final int LATEST = 8;
    private static final int FARTHEST_SAMPLES = 8_000;

    private final DatagramPath path;
    private final Desk desk;
    private final RtpSender sender;
    private boolean open;
    /** Whether {@link #shift}, {@link #expected} and {@link #came} belong to the stream that comes. */
    private boolean anchored;
    /** Our time stamps are theirs and so much. */
    private int shift;
    /** Their sequence number that comes next. */
    private int expected;
    /** Which of the {@link #LATEST} before it came or have no number in ours, the last one in the lowest bit. */
    private int came;

    private int ticksDry;
    private boolean passed;

    Passage(DatagramPath path, Desk desk, RtpSender sender) {
        this.path = path;
        this.desk = desk;
        this.sender = sender;
    }

    void open(boolean opens) {
        if (opens && !open) {
            anchored = false;
            ticksDry = MOST_TICKS_DRY;
        }
        open = opens;
        passed &= opens;
    }

    /** Sends on what came, which {@code spoken} is the law of. */
    void take(RtpPacket packet, G711 spoken, G711 law) {
        int length = packet.payloadLength();
        if (!open || length > LONGEST_PACKET) {
            return;
        }
        if (!anchored || isElsewhere(packet)) {
            anchor(packet);
        }
        int step = step(packet);
        if (step < 0 && isUnwanted(-step)) {
            return;
        }
        desk.out().clear();
        sender.passed(desk.out(), law.payloadType(), step, packet.timestamp() + shift, length);
        put(packet, spoken, law);
        desk.tally().add(Counter.PACKETS_OUT, path.send(Content.RTP) ? 1 : 0);
        count(step);
        passed = true;
    }

    /** What is not for the far end, as a key, is no gap in what it gets. */
    void leaveOut(RtpPacket packet) {
        int step = step(packet);
        if (!anchored || step < 0 || isElsewhere(packet)) {
            return;
        }
        sender.skip(step);
        expected = packet.sequence() + 1 & 0xFFFF;
        came = -1;
    }

    private int step(RtpPacket packet) {
        return (short) (packet.sequence() - expected);
    }

    private boolean isElsewhere(RtpPacket packet) {
        return Math.abs(packet.timestamp() + shift - sender.timestamp()) > FARTHEST_SAMPLES
                || Math.abs(step(packet)) > MOST_LOST;
    }

    private void anchor(RtpPacket packet) {
        anchored = true;
        shift = sender.timestamp() - packet.timestamp();
        expected = packet.sequence();
        came = -1;
    }

    /** Late packets are unwanted if they came before; and where one number twice would open the cipher. */
    private boolean isUnwanted(int late) {
        return late > LATEST || path.isSecured() || (came & 1 << (late - 1)) != 0;
    }

    private void count(int step) {
        if (step < 0) {
            came |= 1 << (-step - 1);
        } else {
            expected = expected + step + 1 & 0xFFFF;
            came = step < LATEST ? (came << (step + 1)) | 1 : 1;
        }
    }

    private void put(RtpPacket packet, G711 spoken, G711 law) {
        ByteBuffer out = desk.out();
        int length = packet.payloadLength();
        if (spoken == law) {
            out.put(out.position(), packet.bytes(), packet.payloadAt(), length);
            out.position(out.position() + length);
            return;
        }
        for (int i = 0; i < length; i++) {
            out.put(spoken.recode(packet.bytes().get(packet.payloadAt() + i), law));
        }
    }

    /** A tick is over: true if what passed is enough for the far end, and our clock has gone on. */
    boolean tick() {
        if (!open) {
            return false;
        }
        ticksDry = passed ? 0 : Math.min(MOST_TICKS_DRY, ticksDry + 1);
        boolean enough = ticksDry < MOST_TICKS_DRY;
        if (!enough) {
            anchored = false;
        } else if (!passed) {
            sender.advance(Speech.FRAME);
        }
        passed = false;
        return enough;
    }
}
