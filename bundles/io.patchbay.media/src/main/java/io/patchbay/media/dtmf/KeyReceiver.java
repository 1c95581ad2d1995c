// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.dtmf;

import java.nio.ByteBuffer;

/**
 * Turns telephone events (RFC 4733) into key presses: one for each, told when it ends, however many of its packets were
 * lost, doubled or late.
 */
public final class KeyReceiver {
    /** Where presses go. */
    public interface Pressed {
        void pressed(char digit, int samples);
    }

    private static final String DIGITS = "0123456789*#ABCD";
    private static final int LENGTH = 4;
    /** Without a packet for so long all of its ends were lost. */
    private static final int TICKS_WITHOUT_UPDATE = 10;
    /** A key that is held longer than a duration can say goes on as another event, right behind (2.5.1.3). */
    private static final int LONG_KEY = 30_000;

    private final Pressed to;
    private boolean seen;
    private boolean down;
    private int event;
    private int segmentBegan;
    private int segmentLasted;
    private int earlierSegments;
    private int ticksWithoutUpdate;

    public KeyReceiver(Pressed to) {
        this.to = to;
    }

    /** Takes the payload of a packet. */
    public void take(ByteBuffer bytes, int at, int length, int timestamp, boolean marker) {
        if (length < LENGTH || (bytes.get(at) & 0xFF) >= DIGITS.length()) {
            return;
        }
        int key = bytes.get(at);
        int lasted = bytes.getShort(at + 2) & 0xFFFF;
        if (!isUpdate(key, timestamp) && !goesOn(key, timestamp, marker)) {
            if (seen && timestamp - segmentBegan <= 0) {
                return;
            }
            release();
            begin(key, timestamp);
        }
        segmentLasted = Math.max(segmentLasted, lasted);
        ticksWithoutUpdate = 0;
        if (bytes.get(at + 1) < 0) {
            release();
        }
    }

    private boolean isUpdate(int key, int timestamp) {
        return down && key == event && timestamp == segmentBegan;
    }

    private boolean goesOn(int key, int timestamp, boolean marker) {
        int gap = timestamp - segmentBegan - segmentLasted;
        if (!down || key != event || marker || gap < 0 || gap > (segmentLasted > LONG_KEY ? 1_600 : 160)) {
            return false;
        }
        earlierSegments += segmentLasted;
        segmentBegan = timestamp;
        segmentLasted = 0;
        return true;
    }

    private void begin(int key, int timestamp) {
        seen = true;
        down = true;
        event = key;
        segmentBegan = timestamp;
        segmentLasted = 0;
        earlierSegments = 0;
    }

    private void release() {
        if (down) {
            down = false;
            to.pressed(DIGITS.charAt(event), earlierSegments + segmentLasted);
        }
    }

    /** 20 ms passed. */
    public void tick() {
        if (down && ++ticksWithoutUpdate > TICKS_WITHOUT_UPDATE) {
            release();
        }
    }

    /** The stream is another one: what is down is released, time stamps begin anew. */
    public void restart() {
        release();
        seen = false;
    }
}
