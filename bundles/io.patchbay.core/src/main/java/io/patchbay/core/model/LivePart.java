// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.model;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.interaction.Assignment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One agent's part in an interaction, as its events build it. Owned by the interaction's slot. */
public final class LivePart {
    private final AgentId agent;
    private final Instant offeredAt;
    private final Instant expiresAt;
    private Instant acceptedAt;
    private Instant phaseSince;
    private Instant wrapUpAt;
    private Instant wrapUpEndsAt;
    private Instant endedAt;
    private boolean parked;
    private boolean unreachable;
    private Instant interruptedAt;
    private String disposition;
    private String chosen;
    private String notes = "";
    private int askedSeconds;
    private Assignment.End end;

    LivePart(AgentId agent, Instant offeredAt, Instant expiresAt) {
        this.agent = agent;
        this.offeredAt = offeredAt;
        this.expiresAt = expiresAt;
        this.phaseSince = offeredAt;
    }

    void accept(Instant at) {
        acceptedAt = at;
        phaseSince = at;
    }

    void park(boolean aside, Instant at) {
        parked = aside;
        interruptedAt = null;
        phaseSince = at;
    }

    void wrapUp(Instant at, Instant endsAt) {
        parked = false;
        wrapUpAt = at;
        wrapUpEndsAt = endsAt;
        phaseSince = at;
    }

    void choose(Optional<String> code, String words) {
        chosen = code.orElse(null);
        notes = words;
    }

    void askExtension(int seconds) {
        askedSeconds = seconds;
    }

    void extend(Instant endsAt) {
        askedSeconds = 0;
        wrapUpEndsAt = endsAt;
    }

    void interrupt(Instant at) {
        interruptedAt = at;
    }

    /** Its clock goes on from where it stood. */
    void goOn(Instant at) {
        if (interruptedAt != null) {
            phaseSince = phaseSince.plus(Duration.between(interruptedAt, at));
            interruptedAt = null;
        }
    }

    void unreachable() {
        unreachable = true;
    }

    void finish(Assignment.End how, Optional<String> code, Instant at) {
        end = how;
        disposition = code.orElse(null);
        endedAt = at;
    }

    public AgentId agent() {
        return agent;
    }

    public Instant offeredAt() {
        return offeredAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** When its phase began, later by as long as it was interrupted. */
    public Instant phaseSince() {
        return phaseSince;
    }

    public Optional<Instant> wrapUpEndsAt() {
        return Optional.ofNullable(wrapUpEndsAt);
    }

    /** The code kept for the end of a wrap-up that goes on. */
    public Optional<String> chosen() {
        return Optional.ofNullable(chosen);
    }

    /** The notes kept with it. */
    public String notes() {
        return notes;
    }

    /** How much more time to wrap up a supervisor was asked for, in seconds; 0 if none. */
    public int askedSeconds() {
        return askedSeconds;
    }

    /** Taken back because the agent's device could not be rung. */
    public boolean wasUnreachable() {
        return unreachable;
    }

    /** Stands still while something more urgent is with the agent. */
    public boolean interrupted() {
        return engaged() && interruptedAt != null;
    }

    /** Rings at the desk now. */
    public boolean offered() {
        return acceptedAt == null && endedAt == null;
    }

    /** Accepted and the agent's still: active, parked or in wrap-up. */
    public boolean held() {
        return acceptedAt != null && endedAt == null;
    }

    /** With the agent, not in wrap-up. */
    public boolean engaged() {
        return held() && wrapUpAt == null;
    }

    public boolean parked() {
        return engaged() && parked;
    }

    public boolean inWrapUp() {
        return held() && wrapUpAt != null;
    }

    public boolean open() {
        return endedAt == null;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<Assignment.End> end() {
        return Optional.ofNullable(end);
    }

    Assignment view() {
        return new Assignment(
                agent,
                offeredAt,
                Optional.ofNullable(acceptedAt),
                Optional.ofNullable(wrapUpAt),
                Optional.ofNullable(endedAt),
                Optional.ofNullable(disposition),
                Optional.ofNullable(end));
    }
}
