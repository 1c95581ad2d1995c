// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.jitter;

import io.patchbay.media.G711;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Samples by their time stamps, so that order, doubles and packet lengths take care of themselves. It waits as long as
 * the line needs: whenever it runs dry it stands still, up to ten frames behind; when nothing has come close to late
 * for two seconds it drops a quiet frame.
 */
public final class JitterBuffer {
    /** Samples of a tick, 20 ms. */
    public static final int FRAME = 160;

    public static final int LONGEST_PACKET = 10 * FRAME;
    private static final int DEEPEST = 10 * FRAME;
    private static final int RING = 8_192;
    private static final int MASK = RING - 1;
    private static final int FARTHEST = RING - LONGEST_PACKET - FRAME;
    private static final int LATE_IN_A_ROW = 5;

    private final byte[] samples = new byte[RING];
    private final byte[] filled = new byte[RING];
    private final Concealment concealment = new Concealment();
    private final Slack slack = new Slack();
    private G711 law;
    private boolean started;
    /** Time stamp of the next sample to play. */
    private int playAt;
    /** Time stamp behind the newest sample. */
    private int newest;
    /** Samples for which it stood still since it ran dry. */
    private int stood;

    private int framesToInsert;
    private int lateInARow;
    private long late;

    public JitterBuffer(G711 law) {
        this.law = law;
    }

    /** Forgets everything but the counts. */
    public void restart(G711 spoken) {
        law = spoken;
        started = false;
        concealment.forget();
        Arrays.fill(filled, (byte) 0);
    }

    /** Takes the payload of a packet, at most {@link #LONGEST_PACKET}. */
    public void put(ByteBuffer bytes, int at, int length, int timestamp) {
        if (!started || (!isDry() && Math.abs((long) (timestamp - playAt)) > FARTHEST)) {
            startAt(timestamp);
        } else if (isDry()) {
            catchUp(timestamp);
        }
        int margin = timestamp - playAt;
        if (margin + length <= 0) {
            tooLate(timestamp, margin);
            return;
        }
        lateInARow = 0;
        slack.margin(margin);
        store(bytes, at, length, timestamp);
        if (newest - playAt > DEEPEST + length) {
            skipTo(newest - length - FRAME);
        }
    }

    private void startAt(int timestamp) {
        restart(law);
        started = true;
        playAt = timestamp - FRAME;
        newest = playAt;
        stood = 0;
        framesToInsert = 0;
        lateInARow = 0;
        slack.restart();
    }

    /** After it ran dry: what comes now was either lost in between, or is late; or its sender paused. */
    private void catchUp(int timestamp) {
        int schedule = playAt + stood;
        if (timestamp - schedule > DEEPEST || playAt - timestamp > FARTHEST) {
            startAt(timestamp);
        } else if (timestamp - playAt > 0) {
            skipTo(timestamp - schedule < 0 ? timestamp : schedule);
        }
        stood = 0;
    }

    private void tooLate(int timestamp, int margin) {
        late++;
        if (++lateInARow >= LATE_IN_A_ROW) {
            startAt(timestamp);
        } else if (newest - playAt < DEEPEST) {
            framesToInsert = Math.min(-margin / FRAME + 1, (DEEPEST - (newest - playAt)) / FRAME);
        }
    }

    private void store(ByteBuffer bytes, int at, int length, int timestamp) {
        int skipped = Math.max(0, playAt - timestamp);
        int first = timestamp + skipped;
        if (filled[first & MASK] != 0) {
            late++;
            return;
        }
        int count = length - skipped;
        int untilEnd = Math.min(count, RING - (first & MASK));
        bytes.get(at + skipped, samples, first & MASK, untilEnd);
        bytes.get(at + skipped + untilEnd, samples, 0, count - untilEnd);
        mark(first, count, (byte) 1);
        if (first + count - newest > 0) {
            newest = first + count;
        }
    }

    private void mark(int from, int count, byte value) {
        int untilEnd = Math.min(count, RING - (from & MASK));
        Arrays.fill(filled, from & MASK, (from & MASK) + untilEnd, value);
        Arrays.fill(filled, 0, count - untilEnd, value);
    }

    private void skipTo(int timestamp) {
        mark(playAt, Math.min(RING, Math.max(0, timestamp - playAt)), (byte) 0);
        playAt = timestamp;
        newest = newest - playAt < 0 ? playAt : newest;
    }

    private boolean isDry() {
        return newest - playAt < FRAME;
    }

    /**
     * Takes out the next frame.
     *
     * @param frame {@link #FRAME} bytes
     * @return false if there is nothing to hear; the frame is then of no use
     */
    public boolean pull(byte[] frame) {
        if (!started) {
            return false;
        }
        if (isDry()) {
            stood = Math.min(stood + FRAME, DEEPEST);
            return concealment.fill(frame, law);
        }
        if (framesToInsert > 0) {
            framesToInsert--;
            return concealment.fill(frame, law);
        }
        if (newest - playAt >= 2 * FRAME && slack.tick() && slack.drops(isQuiet())) {
            skipTo(playAt + FRAME);
        }
        return next(frame);
    }

    private boolean next(byte[] frame) {
        int present = present();
        if (present == FRAME) {
            copy(frame);
        } else if (present > 0) {
            patch(frame);
        }
        mark(playAt, FRAME, (byte) 0);
        playAt += FRAME;
        if (present == 0) {
            return concealment.fill(frame, law);
        }
        concealment.heard(frame);
        return true;
    }

    private int present() {
        int present = 0;
        for (int i = 0; i < FRAME; i++) {
            present += filled[(playAt + i) & MASK];
        }
        return present;
    }

    private void copy(byte[] frame) {
        int untilEnd = Math.min(FRAME, RING - (playAt & MASK));
        System.arraycopy(samples, playAt & MASK, frame, 0, untilEnd);
        System.arraycopy(samples, 0, frame, untilEnd, FRAME - untilEnd);
    }

    /** A part of the frame is missing. */
    private void patch(byte[] frame) {
        for (int i = 0; i < FRAME; i++) {
            int index = (playAt + i) & MASK;
            frame[i] = filled[index] != 0 ? samples[index] : concealment.at(i, law);
        }
    }

    private boolean isQuiet() {
        for (int i = 0; i < FRAME; i += 8) {
            if (Math.abs(law.decode(samples[playAt + i & MASK])) > 500) {
                return false;
            }
        }
        return true;
    }

    /** Packets that came too late or twice. */
    public long late() {
        return late;
    }

    /** Audio that waits, in samples. */
    public int depth() {
        return started ? Math.max(0, newest - playAt) : 0;
    }
}
