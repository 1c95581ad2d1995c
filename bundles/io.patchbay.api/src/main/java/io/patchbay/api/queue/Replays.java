// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.queue;

import io.patchbay.api.access.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** Plays what happened again with other rules, before they hold: what if. Safe for any thread. */
@ProviderType
public interface Replays {
    /** The longest stretch that is played again. */
    Duration LONGEST = Duration.ofHours(4);

    /**
     * Plays the contacts of a stretch of time again, those of all queues, since they share agents. Skills are those of
     * today. Returns at once.
     *
     * @param scope who asks
     * @param draft the rules to try; those of all other queues are as they are
     * @param from the begin, by when the wait of a contact began
     * @param until the end, at most {@link #LONGEST} later
     * @return completes with what the queue's contacts came to, on a thread of Patchbay's; nothing but zeros if the
     *     reader may not see the queue's unit. Completes exceptionally with an {@link IllegalArgumentException} if the
     *     stretch is too long, with an {@link IllegalStateException} if too much happened in it or too many ask at once
     */
    CompletionStage<Outcome> replay(Scope scope, QueueSettings draft, Instant from, Instant until);

    /**
     * What the contacts of one queue came to.
     *
     * @param actual as it was
     * @param now played again with the rules that hold
     * @param draft played again with the rules to try
     */
    record Outcome(Figures actual, Figures now, Figures draft) {
        public Outcome {
            Objects.requireNonNull(actual, "actual");
            Objects.requireNonNull(now, "now");
            Objects.requireNonNull(draft, "draft");
        }
    }

    /**
     * Figures of one way it could have gone.
     *
     * @param answered contacts an agent took
     * @param inTime of these, within the goal of the draft
     * @param abandoned contacts that were given up
     * @param average mean wait of those answered; 0 s if none was
     * @param longest longest wait of all
     * @param firstStep of those answered, in the queue's first step
     * @param helped time of agents who have not what the first step asks for
     */
    record Figures(
            int answered,
            int inTime,
            int abandoned,
            Duration average,
            Duration longest,
            int firstStep,
            Duration helped) {
        /** Nothing came. */
        public static final Figures NONE = new Figures(0, 0, 0, Duration.ZERO, Duration.ZERO, 0, Duration.ZERO);

        public Figures {
            Objects.requireNonNull(average, "average");
            Objects.requireNonNull(longest, "longest");
            Objects.requireNonNull(helped, "helped");
        }

        /**
         * Answered in time over answered and abandoned.
         *
         * @return 0.0 to 1.0; empty if nothing was answered or abandoned
         */
        public Optional<Double> serviceLevel() {
            int decided = answered + abandoned;
            return decided == 0 ? Optional.empty() : Optional.of(inTime / (double) decided);
        }
    }
}
