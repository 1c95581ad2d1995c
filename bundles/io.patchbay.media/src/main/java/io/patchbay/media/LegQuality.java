// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media;

/**
 * How good the line of a leg is.
 *
 * @param received RTP packets taken, all payloads
 * @param lost packets that never came, by sequence number (RFC 3550, A.3); never negative
 * @param late packets that came after their time to play, and duplicates
 * @param sent RTP packets sent
 * @param jitterMillis interarrival jitter (RFC 3550, A.8); packets are read once a tick, so what is below 20 ms counts
 *     as 0
 * @param bufferMillis how long audio waits in the jitter buffer at present
 * @param roundTripMillis by RTCP (RFC 3550, 6.4.1), give or take 10 ms; -1 while unknown
 * @param farLostPercent share of our packets that the far end misses, as its last report says, 0.0 to 100.0; -1 while
 *     unknown
 * @param farJitterMillis jitter of our packets as the far end's last report says; -1 while unknown
 * @param mos estimate of what is heard here, 1.0 to 4.5, by the E-model (ITU-T G.107) with loss concealment and the
 *     delay known here; 4.4 is a line without fault
 */
public record LegQuality(
        long received,
        long lost,
        long late,
        long sent,
        double jitterMillis,
        double bufferMillis,
        double roundTripMillis,
        double farLostPercent,
        double farJitterMillis,
        double mos) {}
