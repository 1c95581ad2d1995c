// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.dtmf;

import io.patchbay.media.rtp.RtpSender;
import java.nio.ByteBuffer;

/** Presses keys as telephone events (RFC 4733): 100 ms each in steps of a tick, the end three times, 100 ms apart. */
public final class KeyPresser {
    public static final int PAYLOAD = 4;
    private static final String DIGITS = "0123456789*#ABCD";
    private static final int TICK_SAMPLES = 160;
    private static final int TICKS_DOWN = 5;
    private static final int TICKS_OF_END = 2;
    private static final int TICKS_PER_KEY = 10;
    private static final int END = 0x80;
    private static final int VOLUME = 10;

    private final StringBuilder waiting = new StringBuilder();
    private int tick;
    private int began;

    /** Throws if there is something no telephone has. */
    public static void check(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (DIGITS.indexOf(digits.charAt(i)) < 0) {
                throw new IllegalArgumentException("no telephone has the key '" + digits.charAt(i) + "'");
            }
        }
    }

    public void press(String digits) {
        waiting.append(digits);
    }

    /** Nothing is pressed or waits. */
    public boolean isIdle() {
        return waiting.isEmpty();
    }

    /** What waits is not pressed. */
    public void forget() {
        waiting.setLength(0);
        tick = 0;
    }

    /**
     * Writes what this tick sends.
     *
     * @return false if nothing: the tick belongs to the audio
     */
    public boolean write(ByteBuffer packet, int payloadType, RtpSender sender) {
        if (waiting.isEmpty()) {
            return false;
        }
        boolean first = tick == 0;
        if (first) {
            began = sender.timestamp();
        }
        tick++;
        int steps = Math.min(tick, TICKS_DOWN);
        boolean sends = tick <= TICKS_DOWN + TICKS_OF_END;
        if (sends) {
            sender.event(packet, first, payloadType, began, PAYLOAD);
            packet.put((byte) DIGITS.indexOf(waiting.charAt(0)));
            packet.put((byte) (tick >= TICKS_DOWN ? END | VOLUME : VOLUME));
            packet.putShort((short) (steps * TICK_SAMPLES));
        }
        if (tick == TICKS_PER_KEY) {
            tick = 0;
            waiting.deleteCharAt(0);
        }
        return sends;
    }
}
