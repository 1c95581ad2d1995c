// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import io.patchbay.api.call.LiveCall.SecureEntry;
import io.patchbay.api.command.Actor;
import io.patchbay.channel.voice.prompt.Phrases;
import io.patchbay.media.Bridge;
import io.patchbay.media.Leg;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * What one caller enters unheard: while it is on, his voice reaches neither file nor agent and his keys come here. Ends
 * by hand, with its inquiry, with the talk, or by media's limit. On the call's lane only.
 */
final class SecureStep {
    /** What a step needs of its call. */
    interface Of {
        CompletionStage<Long> tell(Actor actor, String type, Map<String, Object> body);

        void fact(String key, Object value);

        void changed();
    }

    private static final Actor US = new Actor.Part("voice");

    private final Bridge bridge;
    private final Leg caller;
    private final Phrases phrases;
    private final Executor lane;
    private final InstantSource clock;
    private final Of call;
    private volatile Optional<SecureEntry> entry = Optional.empty();
    private Optional<Inquiry> inquiry = Optional.empty();

    SecureStep(Bridge bridge, Leg caller, Phrases phrases, Executor lane, InstantSource clock, Of call) {
        this.bridge = bridge;
        this.caller = caller;
        this.phrases = phrases;
        this.lane = lane;
        this.clock = clock;
        this.call = call;
    }

    /** What lookers-on see; on any thread. */
    Optional<SecureEntry> entry() {
        return entry;
    }

    CompletionStage<Long> pause(Actor actor, String reason, Duration limit) {
        return begin(actor, reason, limit, Optional.empty());
    }

    /** Asks the caller and waits for his keys. */
    CompletionStage<Long> verify(Actor actor, Inquiry asked, Duration limit) {
        CompletionStage<Long> told = begin(actor, asked.method(), limit, Optional.of(asked));
        say("pin-enter");
        return told;
    }

    private CompletionStage<Long> begin(Actor actor, String reason, Duration limit, Optional<Inquiry> asked) {
        bridge.withhold(limit);
        inquiry = asked;
        Instant now = clock.instant();
        entry = Optional.of(new SecureEntry(asked.isPresent(), reason, now, now.plus(limit), 0));
        call.changed();
        return call.tell(
                actor,
                asked.isPresent() ? "verification.asked" : "recording.paused",
                Map.of("reason", reason, "seconds", limit.toSeconds()));
    }

    /** Takes a key; false if it is not meant for a step. */
    boolean key(char digit) {
        if (entry.isEmpty()) {
            return false;
        }
        if (inquiry.isPresent()) {
            Inquiry asked = inquiry.get();
            asked.key(digit).ifPresent(check -> {
                var unused = check.thenAcceptAsync(verdict -> came(asked, verdict), lane);
            });
            count(asked.count());
        } else {
            count(entry.get().digits() + 1);
        }
        return true;
    }

    private void count(int digits) {
        SecureEntry now = entry.orElseThrow();
        entry = Optional.of(new SecureEntry(now.verifying(), now.reason(), now.since(), now.until(), digits));
        call.changed();
    }

    /** What comes for a step that has ended meanwhile counts for nothing. */
    private void came(Inquiry asked, Verifications.Verdict verdict) {
        if (!inquiry.equals(Optional.of(asked))) {
            return;
        }
        if (verdict instanceof Verifications.Verdict.Right right) {
            call.fact("verification.verified", true);
            call.fact("verification.method", asked.method());
            call.fact("verification.until", right.until().toString());
            over("verified", "pin-right");
        } else if (verdict instanceof Verifications.Verdict.WrongOnce) {
            asked.again();
            count(0);
            say("pin-wrong");
        } else if (verdict instanceof Verifications.Verdict.Locked) {
            call.fact("verification.verified", false);
            call.fact("verification.method", asked.method());
            over("locked", "pin-locked");
        } else {
            over("failed", "pin-unable");
        }
    }

    private void over(String cause, String prompt) {
        end(US, cause);
        say(prompt);
    }

    private void say(String prompt) {
        phrases.greeting(prompt).ifPresent(caller::play);
    }

    /** Media has ended it already. */
    void limit() {
        end(US, "limit");
    }

    /** Ends it with the talk or the call. */
    void end(String cause) {
        end(US, cause);
    }

    /** Ends it, if there is one; completes when that is durable. */
    Optional<CompletionStage<Long>> end(Actor actor, String cause) {
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        String type = inquiry.isPresent() ? "verification.ended" : "recording.resumed";
        inquiry.ifPresent(asked -> {
            asked.forget();
            caller.stopPlaying();
        });
        inquiry = Optional.empty();
        bridge.release();
        String reason = entry.get().reason();
        entry = Optional.empty();
        call.changed();
        return Optional.of(call.tell(actor, type, Map.of("reason", reason, "cause", cause)));
    }
}
