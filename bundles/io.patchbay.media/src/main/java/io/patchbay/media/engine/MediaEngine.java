// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import io.patchbay.media.Bridge;
import io.patchbay.media.BridgeListener;
import io.patchbay.media.MediaFigures;
import io.patchbay.media.MediaSettings;
import io.patchbay.media.port.RtpPorts;
import io.patchbay.media.record.Recorder;
import io.patchbay.media.rtp.NtpClock;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** Carries the voice of calls: RTP sockets, media threads, recorders. Made with {@code new}; safe for any thread. */
public final class MediaEngine implements AutoCloseable {
    private static final int RECORDERS = 2;
    private static final long LAST_SECONDS_MILLIS = 5_000;

    private final Plant plant;
    private final List<MediaThread> threads;
    private volatile boolean closed;

    /**
     * Starts its threads; sockets are opened leg by leg.
     *
     * @param settings ports, threads, time-outs
     */
    public MediaEngine(MediaSettings settings) {
        this(settings, System.nanoTime());
        threads.forEach(MediaThread::start);
        plant.recorders().forEach(Recorder::start);
    }

    /** For tests: no thread runs, {@link #tick} and {@link #drain} move everything. */
    MediaEngine(MediaSettings settings, long now) {
        SecureRandom random = new SecureRandom();
        List<Recorder> recorders = IntStream.range(0, RECORDERS)
                .mapToObj(i -> new Recorder("patchbay-recorder-" + i))
                .toList();
        RtpPorts ports = new RtpPorts(settings.bind(), settings.firstPort(), settings.lastPort());
        plant = new Plant(settings, ports, recorders, random);
        NtpClock ntp = new NtpClock(Instant.now(), now);
        byte[] cname = cname(random);
        threads = IntStream.range(0, settings.threads())
                .mapToObj(i -> new MediaThread("patchbay-media-" + i, new Desk(ntp, cname, now)))
                .toList();
    }

    /** Short-term persistent, tells nothing of this machine (RFC 7022, 4.2). */
    private static byte[] cname(SecureRandom random) {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Opens a bridge on the least loaded media thread.
     *
     * @param listener hears what happens on it
     * @return the bridge, without legs
     * @throws IllegalStateException if the engine is closed
     */
    public Bridge bridge(BridgeListener listener) {
        Objects.requireNonNull(listener, "listener");
        if (closed) {
            throw new IllegalStateException("the media engine is closed");
        }
        MediaThread thread =
                threads.stream().min(Comparator.comparingInt(MediaThread::load)).orElseThrow();
        LiveBridge bridge = new LiveBridge(thread, plant, listener);
        thread.add(bridge);
        return bridge;
    }

    /**
     * Closes all bridges but those.
     *
     * @param bridges of this engine
     */
    public void retain(Set<Bridge> bridges) {
        threads.forEach(thread -> thread.retain(bridges));
    }

    /**
     * What it does and did.
     *
     * @return a snapshot, cheap
     */
    public MediaFigures figures() {
        return new MediaFigures(
                threads.stream().mapToLong(MediaThread::load).sum(),
                count(Counter.LEGS),
                plant.ports().free(),
                plant.recorders().stream().mapToLong(Recorder::recordings).sum(),
                count(Counter.PACKETS_IN),
                count(Counter.PACKETS_OUT),
                count(Counter.MALFORMED),
                count(Counter.UNEXPECTED),
                count(Counter.STRANGERS),
                count(Counter.UNSENT),
                count(Counter.LATE_TICKS),
                count(Counter.SKIPPED_TICKS),
                plant.recorders().stream().mapToLong(Recorder::backlog).sum(),
                plant.recorders().stream().mapToLong(Recorder::lost).sum(),
                count(Counter.FAILED_LEGS));
    }

    private long count(Counter what) {
        return threads.stream()
                .mapToLong(thread -> thread.desk().tally().get(what))
                .sum();
    }

    /** For tests: one tick of all threads. */
    void tick(long now) {
        for (int i = 0; i < threads.size(); i++) {
            threads.get(i).tick(now);
        }
    }

    /** For tests: between two ticks. */
    void look(long now) {
        threads.forEach(thread -> thread.look(now));
    }

    /** For tests: all threads were late. */
    void missed(long nanos) {
        threads.forEach(thread -> thread.leaveOut(nanos));
    }

    /** For tests: bridges on each thread. */
    List<Integer> loads() {
        return threads.stream().map(MediaThread::load).toList();
    }

    /** For tests: what was recorded goes to the sinks. */
    void drain() {
        plant.recorders().forEach(Recorder::drain);
    }

    /** Closes all bridges, ends the recordings (waits at most 5 s for their sinks) and all threads. */
    @Override
    public void close() {
        closed = true;
        threads.forEach(MediaThread::close);
        plant.recorders().forEach(recorder -> recorder.close(LAST_SECONDS_MILLIS));
    }
}
