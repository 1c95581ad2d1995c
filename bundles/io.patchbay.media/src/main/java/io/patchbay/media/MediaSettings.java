// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Objects;

/**
 * How a media engine is set up.
 *
 * @param bind local address of all sockets; the wildcard for all interfaces
 * @param firstPort first port of the range, 1024 to 65534; an odd one is rounded up
 * @param lastPort last port of the range, greater than {@code firstPort}, at most 65535
 * @param threads media threads, 1 to 64; a bridge lives on one of them
 * @param deadAfter a leg from which neither RTP nor RTCP came for so long is told as silent; at least 1 s
 * @param recorderBacklog how much of each recording may wait for its sink before seconds are lost; 1 to 60 s
 */
public record MediaSettings(
        InetAddress bind, int firstPort, int lastPort, int threads, Duration deadAfter, Duration recorderBacklog) {
    private static final int MOST_THREADS = 64;

    /** Refuses what cannot work and says what it got. */
    public MediaSettings {
        Objects.requireNonNull(bind, "bind");
        if (firstPort < 1024 || lastPort > 0xFFFF || firstPort >= lastPort) {
            throw new IllegalArgumentException("ports must lie in 1024-65535 but are " + firstPort + "-" + lastPort);
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("threads must be 1 to " + MOST_THREADS + " but is " + threads);
        }
        if (deadAfter.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("deadAfter must be >= 1 s but is " + deadAfter);
        }
        if (recorderBacklog.toSeconds() < 1 || recorderBacklog.toSeconds() > 60) {
            throw new IllegalArgumentException("recorderBacklog must be 1 to 60 s but is " + recorderBacklog);
        }
    }

    /**
     * What suits most: ports 20000-29999, one media thread for every two processors, dead after 60 s, 16 s of backlog.
     *
     * @param bind local address of all sockets
     * @return the settings
     */
    public static MediaSettings defaults(InetAddress bind) {
        int threads = Math.max(1, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors() / 2));
        return new MediaSettings(bind, 20_000, 29_999, threads, Duration.ofSeconds(60), Duration.ofSeconds(16));
    }

    /**
     * The same with another range of ports.
     *
     * @param first first port
     * @param last last port
     * @return the settings
     */
    public MediaSettings withPorts(int first, int last) {
        return new MediaSettings(bind, first, last, threads, deadAfter, recorderBacklog);
    }

    /**
     * The same with another time-out of dead legs.
     *
     * @param silence at least 1 s
     * @return the settings
     */
    public MediaSettings withDeadAfter(Duration silence) {
        return new MediaSettings(bind, firstPort, lastPort, threads, silence, recorderBacklog);
    }

    /**
     * The same with another number of media threads.
     *
     * @param count 1 to 64
     * @return the settings
     */
    public MediaSettings withThreads(int count) {
        return new MediaSettings(bind, firstPort, lastPort, count, deadAfter, recorderBacklog);
    }
}
