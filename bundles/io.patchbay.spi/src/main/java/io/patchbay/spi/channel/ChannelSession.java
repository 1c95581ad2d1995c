// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.channel;

import io.patchbay.api.command.Problem;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.queue.WaitEstimate;
import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * How the core reaches one remote party: the only way out. Channel plug-ins implement it. Methods are called in order
 * on a thread of the core, always after the journal has what they tell; they return quickly (hand over to a queue of
 * the channel) and report failures as signals, not exceptions.
 */
@ConsumerType
public interface ChannelSession {
    /**
     * The arrival is durable; acknowledge it now.
     *
     * @param id the interaction
     * @param conversation its conversation
     */
    void committed(InteractionId id, ConversationId conversation);

    /**
     * The arrival is turned away; nothing more comes.
     *
     * @param problem why, in words for the remote party
     */
    void refused(Problem problem);

    /**
     * A message of the remote party is durable; acknowledge it now.
     *
     * @param id its id
     * @param at when it was committed
     */
    void accepted(MessageId id, Instant at);

    /**
     * Where the contact stands in the queue; told again when it changes, at most once a second.
     *
     * @param place position and estimate
     */
    void queued(QueuePlace place);

    /**
     * An agent has accepted: connect the remote party with him.
     *
     * @param agent who
     * @param name the name to show or say
     */
    void connect(AgentId agent, String name);

    /**
     * The contact is offered to an agent. A channel with devices rings his and reports {@code AgentAnswered},
     * {@code AgentDeclined} or {@code AgentUnreachable}; others do nothing.
     *
     * @param agent whose device
     * @param expiresAt when the offer runs out
     */
    default void offer(AgentId agent, Instant expiresAt) {}

    /**
     * The offer is over without him: stop ringing. An answer that crosses this is nobody's.
     *
     * @param agent whose device
     */
    default void withdraw(AgentId agent) {}

    /**
     * Whether an agent accepts by answering his device. If so, accepting at the desk only asks the device to answer
     * ({@link #answer}); the offer goes on until {@code AgentAnswered} comes or it runs out.
     *
     * @return the same answer always; false by default
     */
    default boolean answeredAtDevice() {
        return false;
    }

    /**
     * The agent has accepted at his desk: let his ringing device answer by itself, if it can.
     *
     * @param agent whose device
     */
    default void answer(AgentId agent) {}

    /**
     * An agent's part with the remote party is over, and the remote party stays: it waits again.
     *
     * @param agent who is no longer with it
     */
    default void disconnect(AgentId agent) {}

    /**
     * Send a message; report {@code MessageDelivered} or {@code MessageFailed}.
     *
     * @param message what to send
     */
    void send(OutboundMessage message);

    /** The agent is typing. */
    void typing();

    /**
     * How parties are put together in a contact with sound.
     *
     * @return the same always; empty by default
     */
    default Optional<Conference> conference() {
        return Optional.empty();
    }

    /** The customer has waited long enough to be offered a callback: let him know how he asks for it. */
    default void callbackOffered() {}

    /**
     * The customer is called back and keeps his place: tell him, and let him go. What he does from now on means nothing
     * to the contact; his words in a text channel are still taken.
     *
     * @param at the moment he wished; empty for his turn
     */
    default void callbackTaken(Optional<Instant> at) {}

    /** The customer asked for a callback and cannot have one; he waits on. */
    default void callbackRefused() {}

    /** Our side ends the contact; nothing more comes. Not called after {@code RemoteLeft} was reported. */
    void end();

    /**
     * Whether the remote party reads what is sent. Who listens instead is told by {@link #dismiss}.
     *
     * @return the same answer always; true by default
     */
    default boolean reads() {
        return true;
    }

    /**
     * Our side turns the contact away before an agent had it; nothing more comes. Who reads was sent the reason before;
     * a channel for ears says what stands for it, and ends then.
     *
     * @param prompt the name of what is to be said: {@code closed} or {@code refused}
     */
    default void dismiss(String prompt) {
        end();
    }

    /**
     * Whether a party who does not read can be asked for a mark by {@link #rate}.
     *
     * @return the same answer always; false by default
     */
    default boolean rates() {
        return false;
    }

    /**
     * The agent's part is over and the remote party stays: ask it for a mark by key. Keys are reported as
     * {@code DigitPressed}; called once more to repeat the question, then {@link #dismiss} with {@code rating-thanks}
     * or {@link #end} follows.
     *
     * @param of the best mark, 3 or 5; 1 is the worst
     */
    default void rate(int of) {}

    /**
     * A place in the queue.
     *
     * @param position 1 is next
     * @param waitSeconds how long it may still take; at least 0
     * @param atLeast whether it may well be longer because there is little to go by
     * @param lowSeconds the wait is hardly shorter
     * @param highSeconds the wait is hardly longer; not to be told if {@code atLeast}
     */
    record QueuePlace(int position, int waitSeconds, boolean atLeast, int lowSeconds, int highSeconds) {
        /**
         * A place whose wait is one number.
         *
         * @param position 1 is next
         * @param waitSeconds how long it may still take
         * @param atLeast whether it may well be longer
         */
        public QueuePlace(int position, int waitSeconds, boolean atLeast) {
            this(position, waitSeconds, atLeast, waitSeconds, waitSeconds);
        }

        /**
         * The wait as an estimate.
         *
         * @return the range
         */
        public WaitEstimate estimate() {
            return new WaitEstimate(lowSeconds, highSeconds, atLeast);
        }

        /**
         * A place with its estimate.
         *
         * @param position 1 is next
         * @param estimate how long it may still take
         * @return the place; its one number is the middle of the range
         */
        public static QueuePlace of(int position, WaitEstimate estimate) {
            int seconds = estimate.atLeast() ? estimate.lowSeconds() : estimate.middleSeconds();
            return new QueuePlace(position, seconds, estimate.atLeast(), estimate.lowSeconds(), estimate.highSeconds());
        }
    }

    /**
     * A message of ours.
     *
     * @param id our id
     * @param agent the name to show; empty if Patchbay itself speaks
     * @param text the words
     * @param at when it was committed
     */
    record OutboundMessage(MessageId id, String agent, String text, Instant at) {
        /** Hides the content. */
        @Override
        public String toString() {
            return "OutboundMessage[" + id + ", " + text.length() + " characters]";
        }
    }
}
