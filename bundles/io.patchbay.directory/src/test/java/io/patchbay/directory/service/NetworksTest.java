// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NetworksTest {
    @Test
    void networksHoldTheirAddressesOnly() {
        List<String> networks = List.of("10.1.0.0/16", "192.0.2.7", "2001:db8::/32");
        assertThat(networks).allSatisfy(Networks::check);
        for (String inside : List.of("10.1.255.3", "192.0.2.7", "2001:db8:0:1::9")) {
            assertThat(Networks.contain(networks, inside)).as(inside).isTrue();
        }
        for (String outside : List.of("10.2.0.1", "192.0.2.8", "2001:db9::1", "ssh", "", "example.org")) {
            assertThat(Networks.contain(networks, outside)).as(outside).isFalse();
        }
        assertThat(Networks.contain(List.of(), "10.9.9.9")).isTrue();
    }

    @Test
    void nonsenseIsNamed() {
        for (String wrong : List.of("example.org", "10.1.0.0/33", "10.1/16", "", "10.0.0.1/x")) {
            assertThatThrownBy(() -> Networks.check(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
