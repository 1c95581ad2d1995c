// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.call;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.InteractionId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A running call.
 *
 * @param interaction what it is
 * @param parties who is in it, the customer first
 * @param recording whether it is being recorded
 * @param secure what the caller enters unheard just now
 */
public record LiveCall(
        InteractionId interaction, List<Party> parties, Recording recording, Optional<SecureEntry> secure) {
    public LiveCall {
        Objects.requireNonNull(interaction, "interaction");
        parties = List.copyOf(parties);
        Objects.requireNonNull(recording, "recording");
        Objects.requireNonNull(secure, "secure");
    }

    /**
     * A call in which nothing is entered.
     *
     * @param interaction what it is
     * @param parties who is in it, the customer first
     * @param recording whether it is being recorded
     */
    public LiveCall(InteractionId interaction, List<Party> parties, Recording recording) {
        this(interaction, parties, recording, Optional.empty());
    }

    /**
     * Something that the caller enters while neither file nor agent hear him.
     *
     * @param verifying whether his keys go to a verifier
     * @param reason why, a word such as {@code card} or {@code pin}
     * @param since since when
     * @param until when it ends by itself
     * @param digits how many keys he has pressed
     */
    public record SecureEntry(boolean verifying, String reason, Instant since, Instant until, int digits) {
        public SecureEntry {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(until, "until");
        }
    }

    /**
     * One leg.
     *
     * @param agent who, if it is an agent's
     * @param state how it is
     * @param since since when
     * @param quality its sound; empty before the first sound
     */
    public record Party(Optional<AgentId> agent, State state, Instant since, Optional<SoundQuality> quality) {
        public Party {
            Objects.requireNonNull(agent, "agent");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(quality, "quality");
        }
    }

    /** How a leg is. */
    public enum State {
        /** Hears greeting or notice. */
        GREETED,
        /** Waits with music. */
        WAITING,
        /** Rings. */
        RINGING,
        /** Talks. */
        TALKING
    }

    /** Whether sound is kept. */
    public enum Recording {
        /** Not yet, or not by rule. */
        OFF,
        /** Is kept. */
        ON,
        /** Is kept, but silent just now: something is entered that nobody may hear. */
        PAUSED,
        /** Should be kept but cannot. */
        FAILED
    }

    /**
     * How a leg sounds, measured since it began.
     *
     * @param codec for example {@code PCMA}
     * @param received packets received
     * @param lostPermille packets lost of 1,000 expected, 0 to 1,000
     * @param jitterMillis interarrival jitter (RFC 3550, 6.4.1)
     * @param roundTripMillis to the other end and back; empty until RTCP has told
     * @param mos estimated mean opinion score, 1.0 to 4.5 (ITU-T G.107)
     */
    public record SoundQuality(
            String codec,
            long received,
            int lostPermille,
            int jitterMillis,
            Optional<Integer> roundTripMillis,
            double mos) {
        public SoundQuality {
            Objects.requireNonNull(codec, "codec");
            Objects.requireNonNull(roundTripMillis, "roundTripMillis");
        }
    }
}
