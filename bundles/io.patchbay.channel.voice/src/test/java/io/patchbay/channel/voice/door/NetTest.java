// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetTest {
    @ParameterizedTest
    @CsvSource({
        "10.1.0.0/16, 10.1.255.3, true",
        "10.1.0.0/16, 10.2.0.1, false",
        "10.1.0.128/25, 10.1.0.127, false",
        "10.1.0.128/25, 10.1.0.128, true",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/32, 2001:db8:1::9, true",
        "2001:db8::/32, 2001:db9::9, false",
        "2001:db8::/32, 32.1.13.184, false",
    })
    void anAddressIsInItsNetworkToTheBit(String net, String host, boolean within) {
        assertThat(Net.list(net)).singleElement().matches(one -> one.has(host) == within);
    }

    @Test
    void aNameIsInNoNetworkAndIsNeverLookedUp() {
        assertThat(Net.list("0.0.0.0/0").get(0).has("localhost")).isFalse();
        assertThat(Net.isLiteral("trunk.example")).isFalse();
        assertThat(Net.isLiteral("300.1.1.1")).isFalse();
    }

    @Test
    void listsAreSeparatedByCommasAndMayHaveGaps() {
        assertThat(Net.list(" 10.0.0.0/8 , ,192.0.2.7,")).hasSize(2);
        assertThat(Net.list("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.1.0.0/33", "10.1.0.0/", "10.1.0.0/-1", "10.1.0/16", "trunk.example", "300.1.1.1", "1:2:3/8"})
    void whatIsNoNetworkIsNamed(String wrong) {
        assertThatThrownBy(() -> Net.list("10.0.0.0/8," + wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(wrong.split("/", 2)[0]);
    }
}
