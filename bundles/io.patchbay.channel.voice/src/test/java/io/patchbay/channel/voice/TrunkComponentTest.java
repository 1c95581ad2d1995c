// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.channel.voice.door.Trunk;
import io.patchbay.sip.message.Transport;
import io.patchbay.spi.channel.ChannelAccount;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrunkComponentTest {
    private static Trunk trunk(Map<String, Object> given) {
        Map<String, Object> all = new HashMap<>(Map.of("numbers", "95500"));
        all.putAll(given);
        return new TrunkComponent(
                        Written.as(TrunkConfig.class, all),
                        Map.of("service.pid", "io.patchbay.channel.voice.trunk~north"))
                .trunk();
    }

    @Test
    void anEmptyConfigurationBringsCallsFromNobody() {
        Trunk trunk = trunk(Map.of());
        assertThat(trunk.settings().name()).isEqualTo("north");
        assertThat(trunk.settings().transport()).isEqualTo(Transport.UDP);
        assertThat(trunk.isFrom("192.0.2.7")).isFalse();
        assertThat(trunk.account())
                .isEqualTo(new ChannelAccount("io.patchbay.channel.voice.trunk-north", ChannelAccount.State.UP, ""));
    }

    @Test
    void theHostsAddressIsASourceUnlessOthersAreNamed() {
        assertThat(trunk(Map.of("host", "192.0.2.7")).isFrom("192.0.2.7")).isTrue();
        Trunk named = trunk(Map.of("host", "192.0.2.7", "allowedSources", "198.51.100.0/24"));
        assertThat(named.isFrom("192.0.2.7")).isFalse();
        assertThat(named.isFrom("198.51.100.9")).isTrue();
        assertThat(trunk(Map.of("host", "sip.carrier.example")).isFrom("192.0.2.7"))
                .isFalse();
    }

    @Test
    void aTrunkThatRegistersIsConnectingUntilItIsTold() {
        Trunk trunk = trunk(Map.of("host", "sip.carrier.example", "user", "acct", "password", "secret"));
        assertThat(trunk.account().state()).isEqualTo(ChannelAccount.State.CONNECTING);
        trunk.tell(ChannelAccount.State.REFUSED, "403 Forbidden");
        assertThat(trunk.account().reason()).isEqualTo("403 Forbidden");
        assertThat(trunk.settings().toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "transport, sctp",
        "numbers, 955x0",
        "numbers, *",
        "numbers, 95*00",
        "allowedSources, carrier.example",
        "allowedSources, 192.0.2.0/99",
    })
    void aWrongValueIsNamed(String key, String value) {
        assertThatThrownBy(() -> trunk(Map.of(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(value);
    }
}
