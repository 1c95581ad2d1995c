// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.command.Problem;
import io.patchbay.api.id.UserId;
import io.patchbay.directory.rules.SignInRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PasswordPolicyTest {
    private static final UserId ALICE = new UserId("alice");
    private final PasswordPolicy policy = new PasswordPolicy();
    private final PasswordPolicy eight = new PasswordPolicy(new SignInRules(new SignInRules.Values(
            8, List.of("haichuan"), SignInRules.Required.EVERYONE, "Bank", Duration.ofHours(1), Duration.ofHours(1))));

    private static List<String> common() throws IOException {
        try (InputStream in = PasswordPolicy.class.getResourceAsStream("/io/patchbay/directory/common-passwords.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    @Test
    void theThreeThousandCommonestAreRefusedInBothLanguages() throws IOException {
        List<String> common = common();
        assertThat(common.stream().distinct().count()).isGreaterThanOrEqualTo(3000);
        for (String password : common) {
            Optional<Problem> problem = eight.problem(ALICE, password);
            assertThat(problem).as(password).isPresent();
            assertThat(problem.get().chinese()).isNotBlank();
            assertThat(eight.problem(ALICE, password.toUpperCase(java.util.Locale.ROOT)))
                    .isPresent();
        }
    }

    @Test
    void commonOnesInDisguiseAreRefused() {
        for (String password : List.of(
                "Computer2026!",
                "P@ssw0rd12345",
                "123123123123",
                "aaaaaaaaaaaa",
                "abcdefghijkl",
                "987654321098",
                "!!!princess!!!")) {
            assertThat(policy.problem(ALICE, password)).as(password).isPresent();
        }
    }

    @Test
    void lengthIsCountedInCharactersAndNothingElseIsAsked() {
        assertThat(policy.problem(ALICE, "short enough")).isEmpty();
        assertThat(policy.problem(ALICE, "too short 1")).isPresent();
        assertThat(policy.problem(ALICE, "六月的海边有一只蓝色的风筝")).isEmpty();
        assertThat(policy.problem(ALICE, "correct horse 🐎 battery")).isEmpty();
        assertThat(policy.problem(ALICE, "length is all ".repeat(9) + "xy")).isEmpty();
        assertThat(policy.problem(ALICE, "length is all ".repeat(9) + "xyz")).isPresent();
    }

    @Test
    void accountAndForbiddenWordsAreRefused() {
        assertThat(policy.problem(ALICE, "i am aLiCe today")).isPresent();
        assertThat(policy.problem(ALICE, "my patchBay key ring")).isPresent();
        assertThat(eight.problem(ALICE, "we at Haichuan")).isPresent();
        assertThat(eight.problem(ALICE, "my patchbay key ring")).isEmpty();
    }
}
