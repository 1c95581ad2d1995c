// SPDX-License-Identifier: Apache-2.0
package io.patchbay.customer;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The words of a name by which it is found: whole words where there are blanks; of Chinese, which has none, each
 * character and each pair of neighbours.
 */
final class NameWords {
    /** No address begins so. */
    private static final String MARK = "\0name:";

    private NameWords() {}

    /** What is kept of a name. */
    static Set<String> kept(String name) {
        return words(name, (run, words) -> {
            int[] characters = run.codePoints().toArray();
            for (int i = 0; i < characters.length; i++) {
                words.add(MARK + new String(characters, i, 1));
                if (i + 1 < characters.length) {
                    words.add(MARK + new String(characters, i, 2));
                }
            }
        });
    }

    /** What a customer must carry to be found. */
    static Set<String> asked(String typed) {
        return words(typed, (run, words) -> {
            int[] characters = run.codePoints().toArray();
            if (characters.length == 1) {
                words.add(MARK + run);
            }
            for (int i = 0; i + 1 < characters.length; i++) {
                words.add(MARK + new String(characters, i, 2));
            }
        });
    }

    /** Whether a name really has what was typed: pairs of neighbours can stand apart. */
    static boolean has(String name, String typed) {
        String plain = plain(name);
        for (String part : plain(typed).split("[^\\p{L}\\p{N}]+", -1)) {
            if (!plain.contains(part)) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> words(String text, BiConsumer<String, Set<String>> chinese) {
        Set<String> words = new LinkedHashSet<>();
        for (String part : plain(text).split("[^\\p{L}\\p{N}]+", -1)) {
            for (String run : part.split("(?<=\\p{IsHan})(?!\\p{IsHan})|(?<!\\p{IsHan})(?=\\p{IsHan})", -1)) {
                if (!run.isEmpty() && Character.UnicodeScript.of(run.codePointAt(0)) == Character.UnicodeScript.HAN) {
                    chinese.accept(run, words);
                } else if (!run.isEmpty()) {
                    words.add(MARK + run);
                }
            }
        }
        return words;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
