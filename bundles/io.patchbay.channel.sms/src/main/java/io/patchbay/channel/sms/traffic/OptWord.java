// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.traffic;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A word that takes a number out of what we begin, or in again.
 *
 * @param word as it is in the list
 * @param out true for out
 */
public record OptWord(String word, boolean out) {
    private static final List<String> OUT = List.of("TD", "T", "退订", "STOP", "UNSUBSCRIBE");
    private static final List<String> IN = List.of("HF", "恢复", "START");

    /** The word an SMS consists of, in any case and width, with any spaces and a full stop behind. */
    public static Optional<OptWord> in(String text) {
        if (text.length() > 40) {
            return Optional.empty();
        }
        String word = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]", "")
                .replaceFirst("[.。!]+$", "")
                .toUpperCase(Locale.ROOT);
        return OUT.contains(word)
                ? Optional.of(new OptWord(word, true))
                : Optional.of(word).filter(IN::contains).map(one -> new OptWord(one, false));
    }

    /** What the number is told, in the language of the word. */
    public String confirmation() {
        boolean english = word.length() > 2 && word.charAt(0) < 0x80;
        if (english) {
            return out
                    ? "You will get no more messages from us. Reply START to get them again."
                    : "You will get our messages again. Reply STOP to end them.";
        }
        return out ? "您已退订，我们不再主动向您发送短信。回复 HF 可恢复。" : "您已恢复接收我们的短信。回复 TD 可退订。";
    }
}
