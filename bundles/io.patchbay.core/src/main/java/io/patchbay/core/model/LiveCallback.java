// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.model;

import io.patchbay.api.address.Address;
import io.patchbay.api.event.CallbackEvent;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.interaction.Callback;
import java.time.Instant;
import java.util.Optional;

/** A call to be made, as its events build it. Owned by its interaction. */
public final class LiveCallback {
    private final Optional<Address> number;
    private final ChannelKey channel;
    private Callback.Phase phase = Callback.Phase.WAITING;
    private Instant due;
    private int attempts;
    private boolean reached;

    LiveCallback(Optional<Address> number, ChannelKey channel, Optional<Instant> at) {
        this.number = number;
        this.channel = channel;
        this.due = at.orElse(null);
    }

    void apply(CallbackEvent event) {
        if (event instanceof CallbackEvent.Moved e) {
            due = e.at();
        } else if (event instanceof CallbackEvent.Dialling e) {
            phase = Callback.Phase.DIALLING;
            attempts = e.attempt();
        } else if (event instanceof CallbackEvent.Reached) {
            phase = Callback.Phase.TALKING;
            reached = true;
        } else if (event instanceof CallbackEvent.Failed e) {
            phase = Callback.Phase.WAITING;
            due = e.again().orElse(null);
        } else if (event instanceof CallbackEvent.Done) {
            phase = Callback.Phase.OVER;
        }
    }

    public Optional<Address> number() {
        return number;
    }

    /** The channel that calls. */
    public ChannelKey channel() {
        return channel;
    }

    public Callback.Phase phase() {
        return phase;
    }

    public int attempts() {
        return attempts;
    }

    public Optional<Instant> due() {
        return Optional.ofNullable(due);
    }

    /** Whether he was ever reached. */
    public boolean reached() {
        return reached;
    }

    public boolean rests(Instant now) {
        return view().rests(now);
    }

    Callback view() {
        return new Callback(phase, number, attempts, due());
    }
}
