// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.rtp;

/**
 * Interarrival jitter (RFC 3550, A.8). Sockets are read once a tick, so a packet arrived somewhere between two reads;
 * the smallest jitter that explains what was seen is taken, else a steady stream would seem to shake by up to a tick.
 */
public final class ArrivalJitter {
    private static final long NANOS_PER_SAMPLE = 125_000;

    private boolean known;
    private long lastArrival;
    private long lastSlack;
    private int lastTimestamp;
    private double jitter;

    /**
     * Counts an audio packet.
     *
     * @param now when it was read
     * @param before when the socket was read before that
     */
    public void arrived(long now, long before, int timestamp) {
        long arrival = now / NANOS_PER_SAMPLE;
        long slack = (now - before) / NANOS_PER_SAMPLE;
        if (known) {
            long deviation = arrival - lastArrival - (timestamp - lastTimestamp);
            long least = deviation > 0 ? Math.max(0, deviation - slack) : Math.max(0, -deviation - lastSlack);
            jitter += (Math.min(least, 0xFFFF) - jitter) / 16;
        }
        known = true;
        lastArrival = arrival;
        lastSlack = slack;
        lastTimestamp = timestamp;
    }

    /** The next packet is compared with none before; the estimate stays. */
    public void restart() {
        known = false;
    }

    /** In samples of 125 µs. */
    public double samples() {
        return jitter;
    }
}
