// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Voice settings for readers; there while the voice channel is. Answers from memory; safe for any thread. */
@ProviderType
public interface VoiceSettings {
    /**
     * Our numbers.
     *
     * @return all, by number
     */
    List<DialledNumber> numbers();

    /**
     * The phones' accounts.
     *
     * @return all, by extension
     */
    List<PhoneLine> phones();

    /**
     * The prompts that can greet.
     *
     * @return their names, sorted
     */
    List<String> greetings();

    /**
     * How many calls there are now.
     *
     * @return running calls, waiting ones included
     */
    int calls();

    /**
     * Whether new calls are refused because voice is being drained.
     *
     * @return true from {@code voice.drain} to {@code voice.open}
     */
    boolean draining();

    /**
     * A phone's account and how it is.
     *
     * @param account the account
     * @param registeredFrom the address it registered from, for example {@code 10.1.2.3:5060 udp}; empty if it is not
     * @param userAgent what it calls itself; empty if it is not registered or does not say
     */
    record PhoneLine(PhoneAccount account, String registeredFrom, String userAgent) {}
}
