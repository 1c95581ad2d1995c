// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.password;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What attackers try first: a list, what is a word of the list in disguise, and what repeats itself. Nobody outside is
 * asked.
 */
final class CommonPasswords {
    private static final String DISGUISES = "0o1l3e4a5s7t@a$s!i";

    private final Set<String> listed;

    CommonPasswords() {
        try (InputStream in =
                CommonPasswords.class.getResourceAsStream("/io/patchbay/directory/common-passwords.txt")) {
            listed = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        return listed.contains(lower)
                || repeats(lower)
                || counts(lower)
                || disguised(lower)
                || disguised(undone(lower));
    }

    /** {@code Welcome2026!}: a listed word between digits and signs. */
    private boolean disguised(String text) {
        String core = text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        return core.length() * 2 >= text.length() && listed.contains(core);
    }

    private static String undone(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < DISGUISES.length(); i += 2) {
            for (int at = 0; at < plain.length(); at++) {
                if (plain.charAt(at) == DISGUISES.charAt(i)) {
                    plain.setCharAt(at, DISGUISES.charAt(i + 1));
                }
            }
        }
        return plain.toString();
    }

    /** {@code 123123123123}, {@code aaaaaaaaaaab}. */
    private static boolean repeats(String text) {
        if (text.chars().distinct().count() <= 2) {
            return true;
        }
        for (int period = 1; period <= text.length() / 2; period++) {
            if (text.regionMatches(period, text, 0, text.length() - period)) {
                return true;
            }
        }
        return false;
    }

    /** {@code abcdefghijkl}, {@code 9876543210}: each character the neighbour of the one before. */
    private static boolean counts(String text) {
        int neighbours = 0;
        for (int i = 1; i < text.length(); i++) {
            int step = text.charAt(i) - text.charAt(i - 1);
            neighbours += step == 1 || step == -1 || step == -9 || step == 9 ? 1 : 0;
        }
        return text.length() > 1 && neighbours >= text.length() - 2;
    }
}
