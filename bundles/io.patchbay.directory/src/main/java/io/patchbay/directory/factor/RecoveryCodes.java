// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.factor;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Ten codes of fifty bits for who lost his authenticator; each opens once. */
final class RecoveryCodes {
    private static final int COUNT = 10;
    private static final int LETTERS = 10;
    /** Thirty-two letters, none that looks like another on paper. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    /** Ten new ones, in two groups of five. */
    static List<String> make() {
        return IntStream.range(0, COUNT).mapToObj(each -> one()).toList();
    }

    private static String one() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            code.append(i == LETTERS / 2 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** As it is hashed: without groups, blanks and capitals. */
    static String normal(String typed) {
        return typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }

    static boolean looksLike(String typed) {
        return normal(typed).length() == LETTERS;
    }
}
