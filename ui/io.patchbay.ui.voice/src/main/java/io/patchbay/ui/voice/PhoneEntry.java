// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.voice;

import io.patchbay.channel.voice.api.PhoneAccount;
import io.patchbay.channel.voice.api.VoiceCommand;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody typed about a phone.
 *
 * @param extension the digits
 * @param digest how its password is proven
 * @param answering how it is made to answer
 * @param secret the new password; empty keeps the present one
 * @param fresh whether the account is not there yet
 */
record PhoneEntry(
        String extension, PhoneAccount.Digest digest, PhoneAccount.Answering answering, String secret, boolean fresh) {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 64;

    /** What is wrong: the words' key by the field. */
    Map<String, String> wrong() {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (!extension.strip().matches("[0-9]{2,8}")) {
            wrong.put("extension", "extension.form");
        }
        boolean kept = secret.isEmpty() && !fresh;
        if (!kept && (secret.length() < SHORTEST || secret.length() > LONGEST)) {
            wrong.put("secret", "secret.form");
        }
        return wrong;
    }

    /** The command; only if nothing is wrong. */
    VoiceCommand.SavePhone value() {
        return new VoiceCommand.SavePhone(
                new PhoneAccount(extension.strip(), digest, answering),
                Optional.of(secret).filter(typed -> !typed.isEmpty()));
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return "PhoneEntry[" + extension + "]";
    }
}
