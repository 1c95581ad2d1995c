// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import io.patchbay.media.LegQuality;
import io.patchbay.media.rtp.FarReports;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Quality of one line: the media thread writes it each tick, anybody reads it. */
final class LineGauge {
    private static final double SAMPLES_PER_MILLI = 8;
    private static final double PACKET_MILLIS = 20;

    private enum Value {
        RECEIVED,
        LOST,
        LATE,
        SENT,
        JITTER,
        BUFFER,
        ROUND_TRIP,
        FAR_LOST,
        FAR_JITTER
    }

    private final Map<Value, AtomicLong> values = new EnumMap<>(Value.class);

    LineGauge() {
        for (Value what : Value.values()) {
            values.put(what, new AtomicLong());
        }
        set(Value.ROUND_TRIP, -1.0);
        set(Value.FAR_LOST, -1.0);
        set(Value.FAR_JITTER, -1.0);
    }

    void show(Inbound inbound, Outbound outbound, FarReports far) {
        set(Value.RECEIVED, inbound.source().received());
        set(Value.LOST, inbound.source().lost());
        set(Value.LATE, inbound.jitter().late());
        set(Value.SENT, outbound.sender().packets());
        set(Value.JITTER, inbound.arrivals().samples() / SAMPLES_PER_MILLI);
        set(Value.BUFFER, inbound.jitter().depth() / SAMPLES_PER_MILLI);
        set(Value.ROUND_TRIP, far.roundTripMillis());
        set(Value.FAR_LOST, far.lostPercent());
        set(Value.FAR_JITTER, far.jitterMillis());
    }

    private void set(Value what, long value) {
        values.get(what).setRelease(value);
    }

    private void set(Value what, double value) {
        set(what, Double.doubleToRawLongBits(value));
    }

    private long count(Value what) {
        return values.get(what).getAcquire();
    }

    private double amount(Value what) {
        return Double.longBitsToDouble(count(what));
    }

    LegQuality read() {
        long received = count(Value.RECEIVED);
        long lost = count(Value.LOST);
        long late = count(Value.LATE);
        double missing = 100.0 * Math.min(lost + late, received + lost) / Math.max(1, received + lost);
        double delay = Math.max(0, amount(Value.ROUND_TRIP)) / 2 + amount(Value.BUFFER) + PACKET_MILLIS;
        return new LegQuality(
                received,
                lost,
                late,
                count(Value.SENT),
                amount(Value.JITTER),
                amount(Value.BUFFER),
                amount(Value.ROUND_TRIP),
                amount(Value.FAR_LOST),
                amount(Value.FAR_JITTER),
                EModel.mos(missing, delay));
    }
}
