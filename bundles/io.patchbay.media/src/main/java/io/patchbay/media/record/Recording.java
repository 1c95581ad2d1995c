// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.record;

import io.patchbay.media.RecordingSink;
import io.patchbay.media.mix.Mixer;
import io.patchbay.media.mix.Speech;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One recording on its way from its media thread to its recorder thread. The media thread never waits: when the sink is
 * so slow that no buffer is left, seconds are lost, counted and told.
 */
public final class Recording {
    private static final Logger log = LoggerFactory.getLogger(Recording.class);
    private static final Speech[] NOBODY = {};

    private final int mostBuffers;
    private final SpscRing<SecondBuffer> full;
    private final SpscRing<SecondBuffer> free;

    /** Of the media thread. */
    private int buffers;

    private long second;
    private int ticksLost;
    /** Null while there is no room. */
    private SecondBuffer filling;

    /** Written by the media thread once, before it is finished. */
    private long seconds;

    private volatile boolean finished;

    /** Of whoever gives it seconds, or exchanges it: under {@link #sinkLock}. */
    private RecordingSink sink;

    private final Object sinkLock = new Object();
    private boolean over;

    /** Of the recorder thread. */
    private long told;

    private volatile boolean broken;
    private final AtomicLong lost = new AtomicLong();

    public Recording(RecordingSink sink, int backlogSeconds) {
        this.sink = sink;
        mostBuffers = backlogSeconds + 1;
        full = new SpscRing<>(mostBuffers);
        free = new SpscRing<>(mostBuffers);
        filling = room();
    }

    /** Appends what was said in one tick. */
    public void append(Mixer mixer, Speech[] customers, Speech[] staff) {
        if (filling == null) {
            ticksLost++;
        } else {
            filling.append(mixer, customers, staff);
        }
        if (filling == null ? ticksLost == SecondBuffer.SAMPLES / Speech.FRAME : filling.isFull()) {
            handOver();
            filling = room();
        }
    }

    /** A tick of which nothing may be kept: silent and marked. */
    public void withhold(Mixer mixer) {
        if (filling != null) {
            filling.withhold();
        }
        append(mixer, NOBODY, NOBODY);
    }

    /** Time passed that the media thread missed. */
    public void silence(Mixer mixer, long ticks) {
        for (long i = 0; i < ticks; i++) {
            append(mixer, NOBODY, NOBODY);
        }
    }

    /** Hands over what there is; no call after that. */
    public void finish() {
        if (filling == null ? ticksLost > 0 : filling.samples() > 0) {
            handOver();
        }
        seconds = second;
        finished = true;
    }

    private void handOver() {
        if (filling != null) {
            full.offer(filling);
        }
        second++;
    }

    private SecondBuffer room() {
        ticksLost = 0;
        SecondBuffer buffer = free.poll();
        if (buffer == null && buffers < mostBuffers) {
            buffers++;
            buffer = new SecondBuffer();
        }
        if (buffer != null) {
            buffer.begin(second);
        }
        return buffer;
    }

    /** Another takes it from now on; false if it is over. */
    public boolean into(RecordingSink next) {
        synchronized (sinkLock) {
            if (!over) {
                sink = next;
            }
            return !over;
        }
    }

    /** Gives the sink what waits; on the recorder thread. False when nothing more will come. */
    boolean drain() {
        synchronized (sinkLock) {
            over = !give();
            return !over;
        }
    }

    private boolean give() {
        boolean last = finished;
        try {
            for (SecondBuffer next = full.poll(); next != null && !broken; next = full.poll()) {
                tellLost(next.index());
                sink.second(next);
                told++;
                free.offer(next);
            }
            if (last && !broken) {
                tellLost(seconds);
                sink.closed();
            }
        } catch (IOException e) {
            fail(e);
        } catch (RuntimeException e) {
            fail(new IOException("the sink threw", e));
        }
        return !last && !broken;
    }

    private void tellLost(long until) {
        if (until > told) {
            lost.addAndGet(until - told);
            sink.lost((int) (until - told));
            told = until;
        }
    }

    private void fail(IOException why) {
        broken = true;
        try {
            sink.failed(why);
        } catch (RuntimeException e) {
            log.error("A sink failed and could not be told so", e);
        }
    }

    /** True when the sink threw: nobody takes what is appended. */
    public boolean isBroken() {
        return broken;
    }

    int backlog() {
        return full.size();
    }

    long lost() {
        return lost.get();
    }
}
