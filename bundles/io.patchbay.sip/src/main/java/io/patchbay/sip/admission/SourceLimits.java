// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.admission;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How much each source may ask. Two buckets a source: one for what is looked at, one for the 503s it gets beyond that;
 * then silence. Any thread.
 */
final class SourceLimits {
    /** What a request of this source gets. */
    enum Share {
        LOOKED_AT,
        REFUSED,
        NOTHING
    }

    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double burst;
    private final int mostSources;
    private final LongSupplier nanoTime;
    private final Map<String, Source> sources = new ConcurrentHashMap<>();
    private final Source rest;

    SourceLimits(int perSecond, int burst, int mostSources, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.mostSources = mostSources;
        this.nanoTime = nanoTime;
        rest = new Source();
    }

    Share take(String host) {
        Source source = sources.get(host);
        if (source == null) {
            source = sources.size() < mostSources ? sources.computeIfAbsent(host, unknown -> new Source()) : rest;
        }
        return source.take();
    }

    /** Forgets sources that have been quiet long enough to have their whole share again. Called once a second. */
    void sweep() {
        long now = nanoTime.getAsLong();
        sources.values().removeIf(source -> source.full(now));
    }

    private final class Source {
        private double looks = burst;
        private double refusals = burst;
        private long atNanos = nanoTime.getAsLong();

        synchronized Share take() {
            long now = nanoTime.getAsLong();
            double refill = (now - atNanos) / NANOS * perSecond;
            atNanos = now;
            looks = Math.min(burst, looks + refill);
            refusals = Math.min(burst, refusals + refill);
            if (looks >= 1) {
                looks--;
                return Share.LOOKED_AT;
            }
            if (refusals >= 1) {
                refusals--;
                return Share.REFUSED;
            }
            return Share.NOTHING;
        }

        synchronized boolean full(long now) {
            return (now - atNanos) / NANOS * perSecond >= burst;
        }
    }
}
