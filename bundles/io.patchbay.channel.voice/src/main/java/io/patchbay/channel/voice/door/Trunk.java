// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.door;

import io.patchbay.spi.channel.ChannelAccount;
import io.patchbay.spi.channel.ChannelAccount.State;
import java.util.concurrent.atomic.AtomicInteger;

/** A trunk at work: its calls are counted, its state is told. Safe for any thread. */
public final class Trunk {
    private final TrunkSettings settings;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile State state;
    private volatile String reason = "";

    public Trunk(TrunkSettings settings) {
        this.settings = settings;
        this.state = settings.user().isEmpty() ? State.UP : State.CONNECTING;
    }

    public TrunkSettings settings() {
        return settings;
    }

    /** Takes one of its places for a call; false if all are taken. */
    public boolean enter() {
        int now;
        do {
            now = calls.get();
            if (now >= settings.maxCalls()) {
                return false;
            }
        } while (!calls.compareAndSet(now, now + 1));
        return true;
    }

    /** Gives a place back. */
    public void leave() {
        calls.decrementAndGet();
    }

    /** Whether a source is this trunk. */
    public boolean isFrom(String source) {
        return settings.comesFrom(source);
    }

    boolean full() {
        return calls.get() >= settings.maxCalls();
    }

    /** How its registration goes. */
    public void tell(State now, String why) {
        state = now;
        reason = why;
    }

    public ChannelAccount account() {
        return new ChannelAccount("io.patchbay.channel.voice.trunk-" + settings.name(), state, reason);
    }
}
