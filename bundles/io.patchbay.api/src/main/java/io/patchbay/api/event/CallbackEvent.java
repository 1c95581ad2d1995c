// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.event;

import io.patchbay.api.content.Confidential;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import java.time.Instant;
import java.util.Optional;

/** What happens to an interaction whose customer went and keeps his place to be called back. */
public sealed interface CallbackEvent extends CoreEvent {
    /**
     * {@code callback.asked}: from here on it is a call to be made, at the place it had.
     *
     * @param number the customer's number, E.164
     * @param channel the channel that calls
     * @param at the moment he wishes; empty for his turn
     */
    record Asked(Confidential number, ChannelKey channel, Optional<Instant> at) implements CallbackEvent {}

    /**
     * {@code callback.moved}: he wishes another moment.
     *
     * @param at when
     */
    record Moved(Instant at) implements CallbackEvent {}

    /**
     * {@code callback.dialling}: an agent is truly there; after this entry, and only after it, he is called, once.
     *
     * @param attempt which call, from 1
     * @param agent who is there
     */
    record Dialling(int attempt, AgentId agent) implements CallbackEvent {}

    /**
     * {@code callback.reached}: he answered.
     *
     * @param attempt which call
     */
    record Reached(int attempt) implements CallbackEvent {}

    /**
     * {@code callback.failed}: he did not.
     *
     * @param attempt which call
     * @param reason {@code no-answer}, {@code busy}, {@code wrong-number}, {@code restart} or a sentence
     * @param again when the next is due; empty if there is none
     */
    record Failed(int attempt, String reason, Optional<Instant> again) implements CallbackEvent {}

    /**
     * {@code callback.done}: no call of it follows any more.
     *
     * @param result {@code talked}, {@code cancelled} or why it was given up
     */
    record Done(String result) implements CallbackEvent {}
}
