// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.address.Address;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProspectTest {
    private static final Address VISITOR = new Address.ChatVisitor("v1");

    @Test
    void mobileNumbersGetTheirCountry() {
        assertThat(Prospect.addresses("138 0000 2046", "", Optional.of(VISITOR)))
                .hasValueSatisfying(
                        all -> assertThat(all).containsExactly(new Address.PhoneNumber("+8613800002046"), VISITOR));
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThat(Prospect.addresses("call me", "", Optional.empty())).isEmpty();
    }

    @Test
    void theAddressTheContactCameFromIsKeptOnce() {
        Address mail = new Address.EmailAddress("nora@example.com");
        assertThat(Prospect.addresses("", "nora@example.com", Optional.of(mail)))
                .hasValueSatisfying(all -> assertThat(all).containsExactly(mail));
    }
}
