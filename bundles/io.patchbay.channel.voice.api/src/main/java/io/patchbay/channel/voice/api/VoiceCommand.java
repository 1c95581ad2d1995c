// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.api;

import io.patchbay.api.command.Command;
import java.util.Optional;

/** What administrators change about voice. */
public sealed interface VoiceCommand extends Command {
    /** The permission all of them need. */
    String PERMISSION = "voice.edit";

    /**
     * {@code number.save}: adds or changes a number; an unknown queue or prompt is refused by name.
     *
     * @param number how it shall be
     */
    record SaveNumber(DialledNumber number) implements VoiceCommand {}

    /**
     * {@code number.remove}: calls for it are no longer taken; running ones go on.
     *
     * @param number which
     */
    record RemoveNumber(String number) implements VoiceCommand {}

    /**
     * {@code phone.save}: adds or changes a phone's account.
     *
     * @param phone how it shall be
     * @param secret its password, 8 to 64 characters; empty keeps the one it has
     */
    record SavePhone(PhoneAccount phone, Optional<String> secret) implements VoiceCommand {
        /** Hides the secret. */
        @Override
        public String toString() {
            return "SavePhone[" + phone + "]";
        }
    }

    /**
     * {@code phone.remove}: it is no longer registered and cannot register; a running call goes on.
     *
     * @param extension which
     */
    record RemovePhone(String extension) implements VoiceCommand {}

    /**
     * {@code phone.auto-answer}: what is offered to the actor, an agent, is taken by his phone by itself, after a tone
     * that he alone hears; needs {@code agent.work}. A phone that cannot answer by itself rings as before.
     *
     * @param on whether it shall be so from the next offer on
     */
    record AutoAnswer(boolean on) implements VoiceCommand {}

    /**
     * {@code voice.drain}: takes no new calls (503 with Retry-After) until {@code voice.open}; needs
     * {@code system.operate}.
     *
     * @param end whether running calls are ended at once; otherwise they end by themselves
     */
    record Drain(boolean end) implements VoiceCommand {}

    /** {@code voice.open}: takes calls again. */
    record Open() implements VoiceCommand {}
}
