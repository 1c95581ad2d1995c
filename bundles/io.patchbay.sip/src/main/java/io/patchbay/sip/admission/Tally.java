// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.admission;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts of the gate. Any thread. */
public final class Tally {
    private final LongAdder received = new LongAdder();
    private final LongAdder admitted = new LongAdder();
    private final LongAdder challenged = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder parseErrors = new LongAdder();
    private final Map<Integer, LongAdder> refused = new ConcurrentHashMap<>();

    void request() {
        received.increment();
    }

    void admission() {
        admitted.increment();
    }

    void challenge() {
        challenged.increment();
    }

    void drop() {
        dropped.increment();
    }

    void parseError() {
        parseErrors.increment();
    }

    void refusal(int status) {
        refused.computeIfAbsent(status, first -> new LongAdder()).increment();
    }

    /** Requests. */
    public long received() {
        return received.sum();
    }

    /** Requests that got a transaction, or a 200 for OPTIONS. */
    public long admitted() {
        return admitted.sum();
    }

    /** Requests that got 401. */
    public long challenged() {
        return challenged.sum();
    }

    /** Messages that got nothing. */
    public long dropped() {
        return dropped.sum();
    }

    /** Messages that were no legal SIP. */
    public long parseErrors() {
        return parseErrors.sum();
    }

    /** Requests refused without state, by status. */
    public Map<Integer, Long> refused() {
        Map<Integer, Long> sums = new TreeMap<>();
        refused.forEach((status, count) -> sums.put(status, count.sum()));
        return sums;
    }
}
