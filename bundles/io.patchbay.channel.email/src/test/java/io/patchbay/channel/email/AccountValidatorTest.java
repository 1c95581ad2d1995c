// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.ConfigValidator.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AccountValidatorTest {
    private static Map<String, String> good() {
        return new HashMap<>(Map.of(
                "address", "service@bank.example",
                "imap.host", "imap.bank.example",
                "smtp.host", "smtp.bank.example",
                "user", "service",
                "password", "secret",
                "queue", "service"));
    }

    private static List<String> faults(Map<String, String> values) {
        return new AccountValidator().check(values).stream().map(Fault::key).toList();
    }

    @Test
    void aWholeAccountIsFine() {
        assertThat(faults(good())).isEmpty();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(faults(Map.of())).containsExactly("address", "imap.host", "smtp.host", "user", "password", "queue");
    }

    @Test
    void whatIsWrongIsNamed() {
        Map<String, String> values = good();
        values.put("address", "service");
        values.put("imap.tls", "ssl");
        values.put("smtp.tls", "yes");
        values.put("trust", "/nowhere/ca.pem");
        values.put("language", "de");
        assertThat(faults(values)).containsExactly("address", "imap.tls", "smtp.tls", "trust", "language");
    }

    @Test
    void extensionsAreReadHoweverTheyAreWritten() {
        assertThat(AccountSetup.extensions(" .EXE, js;bat".replace(';', ',')))
                .containsExactlyInAnyOrder("exe", "js", "bat");
        assertThat(AccountSetup.name("io.patchbay.channel.email-demo")).isEqualTo("demo");
        assertThat(AccountSetup.name("io.patchbay.channel.email~demo")).isEqualTo("demo");
    }
}
