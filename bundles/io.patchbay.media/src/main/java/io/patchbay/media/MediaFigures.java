// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media;

/**
 * Counts of an engine; the totals only grow.
 *
 * @param bridges open bridges
 * @param legs open legs
 * @param portsFree pairs of ports that are free
 * @param recordings running recordings, those that are still being written after their end included
 * @param packetsIn RTP packets taken
 * @param packetsOut RTP packets sent
 * @param malformed datagrams that were no RTP or RTCP
 * @param unexpected RTP packets of a payload type that was not agreed
 * @param strangers packets from others than agreed, as far as the kernel let them through
 * @param unsent packets that the kernel did not take, or refused because the far end's port is closed
 * @param lateTicks ticks that began more than 20 ms late
 * @param skippedTicks ticks that were left out because the thread was more than 200 ms late
 * @param backlogSeconds recorded seconds that wait for their sinks
 * @param lostSeconds recorded seconds that were lost because sinks were too slow
 * @param failedLegs legs that were closed because they failed
 */
public record MediaFigures(
        long bridges,
        long legs,
        long portsFree,
        long recordings,
        long packetsIn,
        long packetsOut,
        long malformed,
        long unexpected,
        long strangers,
        long unsent,
        long lateTicks,
        long skippedTicks,
        long backlogSeconds,
        long lostSeconds,
        long failedLegs) {}
