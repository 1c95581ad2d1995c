// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.password;

import io.patchbay.api.command.Problem;
import io.patchbay.api.id.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a password must be (NIST SP 800-63B, 5.1.1.2: length and a list of common ones, no rules of composition). */
public final class PasswordPolicy {
    private static final int LEAST = 10;
    private static final int MOST = 200;

    private final Set<String> common;

    /** Reads the list of common passwords. */
    public PasswordPolicy() {
        try (InputStream in = PasswordPolicy.class.getResourceAsStream("/io/patchbay/directory/common-passwords.txt")) {
            common = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What is wrong with a password.
     *
     * @param user whose it would be
     * @param password as typed
     * @return words for him; empty if it is good
     */
    public Optional<Problem> problem(UserId user, String password) {
        int length = password.codePointCount(0, password.length());
        String lower = password.toLowerCase(Locale.ROOT);
        if (length < LEAST || length > MOST) {
            return refused(
                    "The password must have {0} to {1} characters but has {2}.",
                    "密码须为 {0} 至 {1} 个字符，现为 {2} 个。",
                    Integer.toString(LEAST),
                    Integer.toString(MOST),
                    Integer.toString(length));
        } else if (lower.contains(user.value())) {
            return refused("The password must not contain the account name.", "密码中不能包含账号名。");
        } else if (common.contains(lower) || lower.chars().distinct().count() <= 2) {
            return refused(
                    "This password is among the first that attackers try. Choose another.", "这是常见密码，极易被猜中，请换一个。");
        }
        return Optional.empty();
    }

    private static Optional<Problem> refused(String english, String chinese, Object... values) {
        return Optional.of(Problem.of("weak-password", english, chinese, values));
    }
}
