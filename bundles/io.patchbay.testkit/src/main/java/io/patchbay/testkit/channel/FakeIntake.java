// SPDX-License-Identifier: Apache-2.0
package io.patchbay.testkit.channel;

import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.InteractionId;
import io.patchbay.spi.channel.Arrival;
import io.patchbay.spi.channel.ChannelSession;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.Intake;
import io.patchbay.spi.channel.OverloadException;
import io.patchbay.spi.channel.SignalSink;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A core that keeps what comes and does nothing by itself; a test plays its part. Safe for any thread. */
public final class FakeIntake implements Intake {
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private final List<ChannelSession> sessions = new CopyOnWriteArrayList<>();
    private final List<ChannelSignal> signals = new CopyOnWriteArrayList<>();
    private volatile boolean overloaded;

    /** A core with nothing in it. */
    public FakeIntake() {}

    /**
     * Takes nothing more, or again.
     *
     * @param now whether {@link #open} throws
     */
    public void overloaded(boolean now) {
        overloaded = now;
    }

    /**
     * What came.
     *
     * @return the arrivals, oldest first
     */
    public List<Arrival> arrivals() {
        return arrivals;
    }

    /**
     * How to reach whom.
     *
     * @return the session of each arrival
     */
    public List<ChannelSession> sessions() {
        return sessions;
    }

    /**
     * What the remote sides did after arriving.
     *
     * @return the signals, oldest first
     */
    public List<ChannelSignal> signals() {
        return signals;
    }

    @Override
    public SignalSink open(Arrival arrival, ChannelSession session) throws OverloadException {
        if (overloaded) {
            throw new OverloadException("the fake core is told to be full");
        }
        sessions.add(session);
        arrivals.add(arrival);
        return signals::add;
    }

    @Override
    public Optional<SignalSink> resume(InteractionId id, ChannelSession session) {
        return Optional.empty();
    }

    @Override
    public List<OpenContact> open(ChannelKey channel) {
        return List.of();
    }
}
