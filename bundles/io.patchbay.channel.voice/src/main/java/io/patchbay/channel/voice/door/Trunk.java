// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.door;

import io.patchbay.spi.channel.ChannelAccount;
import io.patchbay.spi.channel.ChannelAccount.State;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A trunk at work: its calls are counted, its state is told. Safe for any thread. */
public final class Trunk {
    private final TrunkSettings settings;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile State state;
    private volatile String reason = "";
    private volatile Optional<String> away = Optional.empty();

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

    /** It answers again. */
    public void there() {
        away = Optional.empty();
    }

    /** It does not answer; {@code why} says how that was seen. */
    public void away(String why) {
        away = Optional.of(why);
    }

    /** Whether a call by it has a chance: it answers, and its registration, if any, stands. */
    public boolean up() {
        return away.isEmpty() && state == State.UP;
    }

    public ChannelAccount account() {
        String pid = "io.patchbay.channel.voice.trunk-" + settings.name();
        return state == State.REFUSED
                ? new ChannelAccount(pid, state, reason)
                : away.map(why -> new ChannelAccount(pid, State.DOWN, why))
                        .orElseGet(() -> new ChannelAccount(pid, state, reason));
    }
}
