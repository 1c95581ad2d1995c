// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reporting.table;

import java.util.Map;
import java.util.TreeMap;

/** Sums of an agent's figures. Times are rounded to seconds once, here, so that rows add up to their total. */
final class AgentSums {
    private long readyMillis;
    private long activeMillis;
    private long wrapUpMillis;
    private long accepted;
    private long declined;
    private long timedOut;
    private final Map<String, Long> reasonMillis = new TreeMap<>();

    void ready(long millis) {
        readyMillis += millis;
    }

    void notReady(String reason, long millis) {
        reasonMillis.merge(reason, millis, Long::sum);
    }

    void active(long millis) {
        activeMillis += millis;
    }

    void wrapUp(long millis) {
        wrapUpMillis += millis;
    }

    void counts(long moreAccepted, long moreDeclined, long moreTimedOut) {
        accepted += moreAccepted;
        declined += moreDeclined;
        timedOut += moreTimedOut;
    }

    long readySeconds() {
        return seconds(readyMillis);
    }

    long notReadySeconds() {
        return reasonMillis.values().stream().mapToLong(AgentSums::seconds).sum();
    }

    long reasonSeconds(String reason) {
        return seconds(reasonMillis.getOrDefault(reason, 0L));
    }

    long signedInSeconds() {
        return readySeconds() + notReadySeconds();
    }

    long activeSeconds() {
        return seconds(activeMillis);
    }

    long wrapUpSeconds() {
        return seconds(wrapUpMillis);
    }

    long accepted() {
        return accepted;
    }

    long declined() {
        return declined;
    }

    long timedOut() {
        return timedOut;
    }

    Iterable<String> reasons() {
        return reasonMillis.keySet();
    }

    private static long seconds(long millis) {
        return Math.round(millis / 1000.0);
    }
}
