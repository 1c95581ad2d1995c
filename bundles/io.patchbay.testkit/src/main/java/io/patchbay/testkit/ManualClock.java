// SPDX-License-Identifier: Apache-2.0
package io.patchbay.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. UTC; safe for any thread. */
public final class ManualClock extends Clock {
    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    /** A clock at 2026-03-02T01:00:00Z: a Monday, 09:00 in Shanghai. */
    public ManualClock() {
        this(Instant.parse("2026-03-02T01:00:00Z"));
    }

    /**
     * A clock at a moment.
     *
     * @param start the moment
     */
    public ManualClock(Instant start) {
        this(new AtomicReference<>(start), ZoneOffset.UTC);
    }

    private ManualClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /**
     * Moves on.
     *
     * @param by how far
     * @return the new moment
     */
    public Instant advance(Duration by) {
        return now.updateAndGet(moment -> moment.plus(by));
    }

    /**
     * Jumps.
     *
     * @param moment where to, also back
     */
    public void set(Instant moment) {
        now.set(moment);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId wanted) {
        return new ManualClock(now, wanted);
    }

    /**
     * The same clock as a source of instants.
     *
     * @return this
     */
    public InstantSource source() {
        return this;
    }
}
