// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class PasswordHashTest {
    private final PasswordHash passwords = new PasswordHash();

    @Test
    void hashIsPhcWithTheOwaspMinimumAndANewSaltEachTime() {
        String phc = passwords.hash("geheim öä 密码".toCharArray());
        assertThat(phc).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.hash("geheim öä 密码".toCharArray())).isNotEqualTo(phc);
        assertThat(passwords.matches("geheim öä 密码".toCharArray(), phc)).isTrue();
        assertThat(passwords.matches("geheim o\u0308a\u0308 密码".toCharArray(), phc))
                .as("composed otherwise")
                .isTrue();
        assertThat(passwords.matches("Geheim öä 密码".toCharArray(), phc)).isFalse();
    }

    @Test
    void hashOfTheReferenceProgramMatches() {
        String phc = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(passwords.matches("password".toCharArray(), phc)).isTrue();
    }

    @Test
    void accountWithoutPasswordMatchesNothing() {
        assertThat(passwords.matches("nobody".toCharArray(), "")).isFalse();
        assertThatThrownBy(() -> passwords.matches("x".toCharArray(), "{MD5}abc"))
                .isInstanceOf(IllegalStateException.class);
    }
}
