// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.password;

import io.patchbay.api.command.Problem;
import io.patchbay.api.id.UserId;
import io.patchbay.directory.rules.SignInRules;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What a password must be (NIST SP 800-63B-4, 3.1.1.2; OWASP ASVS 5, 6.2): length and what attackers try first, no
 * rules of composition, no expiry. Twelve characters, because the password may stand alone; where a second factor is
 * required of everyone eight are enough.
 */
@Component(service = PasswordPolicy.class)
public final class PasswordPolicy {
    private static final int MOST = 128;

    private final SignInRules rules;
    private final CommonPasswords common = new CommonPasswords();

    /**
     * The policy of this installation.
     *
     * @param rules length and forbidden words
     */
    @Activate
    public PasswordPolicy(@Reference SignInRules rules) {
        this.rules = rules;
    }

    /** As shipped. */
    public PasswordPolicy() {
        this(new SignInRules(SignInRules.Values.DEFAULT));
    }

    /**
     * What is wrong with a password.
     *
     * @param user whose it would be
     * @param password as typed
     * @return words for him; empty if it is good
     */
    public Optional<Problem> problem(UserId user, String password) {
        SignInRules.Values now = rules.now();
        int length = password.codePointCount(0, password.length());
        String lower = password.toLowerCase(Locale.ROOT);
        Optional<String> word = now.forbidden().stream().filter(lower::contains).findFirst();
        if (length < now.passwordLeast() || length > MOST) {
            return refused(
                    "The password must have {0} to {1} characters but has {2}.",
                    "密码须为 {0} 至 {1} 个字符，现为 {2} 个。",
                    Integer.toString(now.passwordLeast()),
                    Integer.toString(MOST),
                    Integer.toString(length));
        } else if (lower.contains(user.value())) {
            return refused("The password must not contain the account name.", "密码中不能包含账号名。");
        } else if (word.isPresent()) {
            return refused("The password must not contain \"{0}\".", "密码中不能包含“{0}”。", word.get());
        } else if (common.has(password)) {
            return refused(
                    "This password is among the first that attackers try. Choose another.", "这是常见密码，极易被猜中，请换一个。");
        }
        return Optional.empty();
    }

    private static Optional<Problem> refused(String english, String chinese, Object... values) {
        return Optional.of(Problem.of("weak-password", english, chinese, values));
    }
}
