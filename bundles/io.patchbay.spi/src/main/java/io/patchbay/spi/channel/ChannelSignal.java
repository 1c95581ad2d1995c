// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.channel;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.id.PartyId;
import io.patchbay.api.id.RecordingId;
import java.time.Duration;
import java.util.Objects;

/** What the remote side does after it arrived. Plug-ins report facts; the core decides. */
public sealed interface ChannelSignal {
    /**
     * It wrote. Acknowledged by {@link ChannelSession#accepted} once it is durable; the same id again is acknowledged
     * again and kept once.
     *
     * @param id its own id, unique in the conversation
     * @param text 1 to 60,000 characters
     */
    record MessageArrived(MessageId id, String text) implements ChannelSignal {
        public MessageArrived {
            Objects.requireNonNull(id, "id");
            if (text.isEmpty() || text.length() > 60_000) {
                throw new IllegalArgumentException("text must have 1 to 60000 characters but has " + text.length());
            }
        }

        /** Hides the content. */
        @Override
        public String toString() {
            return "MessageArrived[" + id + ", " + text.length() + " characters]";
        }
    }

    /** It is typing. */
    record Typing() implements ChannelSignal {}

    /**
     * A message of ours reached it.
     *
     * @param id the message
     */
    record MessageDelivered(MessageId id) implements ChannelSignal {}

    /**
     * A message of ours will not reach it.
     *
     * @param id the message
     * @param reason why, in a sentence
     */
    record MessageFailed(MessageId id, String reason) implements ChannelSignal {}

    /**
     * The channel found something out about the contact. An undeclared key, a value of another type or beyond the
     * bounds, and a 65th fact are not taken; the log names them.
     *
     * @param key a key that some bundle declares as {@code FactType}
     * @param value text of at most 1 KiB of UTF-8, a whole number within ±2^53, or a flag, as the type says
     */
    record FactFound(String key, Object value) implements ChannelSignal {
        public FactFound {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(value, "value");
        }

        /** Hides the value. */
        @Override
        public String toString() {
            return "FactFound[" + key + "]";
        }
    }

    /**
     * A key press.
     *
     * @param digit 0-9, *, # or A-D
     * @param held the tone's length (RFC 4733, 2.3.5)
     */
    record DigitPressed(char digit, Duration held) implements ChannelSignal {}

    /**
     * An agent answered the device that rang for this contact: he accepts. Without an offer to him nothing happens but
     * {@link ChannelSession#withdraw}.
     *
     * @param agent who
     */
    record AgentAnswered(AgentId agent) implements ChannelSignal {}

    /**
     * An agent turned the ringing device away: he declines.
     *
     * @param agent who
     */
    record AgentDeclined(AgentId agent) implements ChannelSignal {}

    /**
     * An agent's device cannot be rung: the contact goes back to its place, the agent is not to blame.
     *
     * @param agent who
     * @param reason why, in a word or a sentence
     */
    record AgentUnreachable(AgentId agent, String reason) implements ChannelSignal {}

    /**
     * An agent hung his device up while connected: our side ends the contact.
     *
     * @param agent who
     */
    record AgentHungUp(AgentId agent) implements ChannelSignal {}

    /**
     * A connected agent's device was lost: he wraps up, the remote party waits again at its old place.
     *
     * @param agent who
     * @param reason why, in a word or a sentence
     */
    record AgentLost(AgentId agent, String reason) implements ChannelSignal {}

    /**
     * A guest has answered.
     *
     * @param party who
     */
    record GuestAnswered(PartyId party) implements ChannelSignal {}

    /**
     * A guest is gone, or will not come.
     *
     * @param party who
     * @param cause {@code left} or {@code lost} once he had answered; before {@code busy}, {@code declined},
     *     {@code no-answer}, {@code unreachable}, {@code wrong-number}, {@code no-line}
     */
    record GuestLeft(PartyId party, String cause) implements ChannelSignal {}

    /**
     * One of our staff holds at his device, or is back.
     *
     * @param agent who
     * @param holds whether he holds
     */
    record DeviceHolds(AgentId agent, boolean holds) implements ChannelSignal {}

    /**
     * One of our staff pressed the transfer key of his device: whoever answers there has the remote party at once.
     *
     * @param agent who
     * @param number what he dialled
     */
    record DeviceTransfers(AgentId agent, String number) implements ChannelSignal {
        /** Hides the number. */
        @Override
        public String toString() {
            return "DeviceTransfers[" + agent + "]";
        }
    }

    /** A party we called has answered. */
    record PartyReached() implements ChannelSignal {}

    /**
     * A party we called was not reached.
     *
     * @param reason {@code no-answer}, {@code busy}, {@code wrong-number}, or what failed in a few words
     */
    record PartyNotReached(String reason) implements ChannelSignal {}

    /**
     * Sound is being kept.
     *
     * @param recording the file
     */
    record RecordingBegan(RecordingId recording) implements ChannelSignal {}

    /**
     * A recording is closed and forced to disk.
     *
     * @param recording the file
     * @param seconds how much it holds, rounded up
     * @param head hex SHA-256 of the sealed file; empty if the file cannot be read
     * @param whole whether nothing is known to be missing
     */
    record RecordingEnded(RecordingId recording, int seconds, String head, boolean whole) implements ChannelSignal {}

    /**
     * It was cut off by a technical fault; the last signal but {@link RecordingEnded}. The contact closes as failed.
     *
     * @param reason what failed, in a word or a sentence
     */
    record Failed(String reason) implements ChannelSignal {}

    /**
     * It is gone; the last signal but {@link RecordingEnded}.
     *
     * @param reason {@code customer} if it left, {@code lost} if the connection broke, or the channel's own word
     */
    record RemoteLeft(String reason) implements ChannelSignal {}
}
