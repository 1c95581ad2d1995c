// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.ConfigValidator.Fault;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SmsValidatorTest {
    private static final Map<String, String> GOOD =
            Map.of("host", "smsc.example", "systemId", "patchbay", "sourceAddress", "10690000", "queue", "service");

    private static void isFault(String key, String value) {
        Map<String, String> values = new HashMap<>(GOOD);
        values.put(key, value);
        assertThat(new SmsValidator().check(values)).extracting(Fault::key).containsExactly(key);
    }

    @Test
    void whatIsNeededIsEnough() {
        assertThat(new SmsValidator().check(GOOD)).isEmpty();
        assertThat(new SmsValidator().check(Map.of()))
                .extracting(Fault::key)
                .containsExactly("host", "systemId", "sourceAddress", "queue");
    }

    @Test
    void wrongValuesAreNamed() {
        isFault("host", " ");
        isFault("systemId", "longer than fifteen");
        isFault("password", "longer than eight");
        isFault("sourceAddress", "not-a-name");
        isFault("region", "China");
        isFault("concatenation", "udh32");
        isFault("trust", "/no/such/file.pem");
    }

    @Test
    void aPasswordIsNeverShown() {
        Map<String, String> values = new HashMap<>(GOOD);
        values.put("password", "longer than eight");
        assertThat(new SmsValidator().check(values).get(0).reason().english()).doesNotContain("longer");
    }
}
