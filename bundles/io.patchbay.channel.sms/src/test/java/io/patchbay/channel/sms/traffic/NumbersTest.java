// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.channel.sms.smpp.Delivery;
import io.patchbay.channel.sms.smpp.Submission;
import org.junit.jupiter.api.Test;

final class NumbersTest {
    private final Numbers china = new Numbers("CN");

    private String text(String number, int ton) {
        return china.address(new Delivery.Party(number, ton)).text();
    }

    @Test
    void oneNumberHasOneForm() {
        for (String written : new String[] {"13800132046", "8613800132046", "+8613800132046", "008613800132046"}) {
            assertThat(text(written, 0)).isEqualTo("tel:+8613800132046");
        }
        assertThat(text("8613800132046", 1)).isEqualTo("tel:+8613800132046");
        assertThat(text("138 0013-2046", 2)).isEqualTo("tel:+8613800132046");
        assertThat(text("447700900123", 1)).isEqualTo("tel:+447700900123");
    }

    @Test
    void shortCodesAndNamesStayWhatTheyAre() {
        assertThat(text("95500", 0)).isEqualTo("tel:95500;phone-context=+86");
        assertThat(text("10690000", 0)).isEqualTo("tel:10690000;phone-context=+86");
        assertThat(text("106900001234567", 0)).isEqualTo("sms:106900001234567");
        assertThat(text("MyBank", 5)).isEqualTo("sms:MyBank");
        assertThat(text("", 0)).isEqualTo("sms:unknown");
    }

    @Test
    void aNumberThatNobodyKnowsYetIsStillANumber() {
        assertThat(text("99999999999", 1)).isEqualTo("tel:+99999999999");
    }

    @Test
    void anAddressGoesOutAsItsNetworkWantsIt() {
        assertThat(china.end(china.own("13800132046"))).contains(new Submission.End("8613800132046", 1, 1));
        assertThat(china.end(china.own("10690000"))).contains(new Submission.End("10690000", 0, 1));
        assertThat(china.end(china.own("106900001234567"))).contains(new Submission.End("106900001234567", 0, 1));
        assertThat(china.end(china.own("MyBank"))).contains(new Submission.End("MyBank", 5, 0));
        assertThat(china.end(new io.patchbay.api.address.Address.ChatVisitor("x")))
                .isEmpty();
    }

    @Test
    void aRegionMustExist() {
        assertThatThrownBy(() -> new Numbers("China")).hasMessageContaining("\"China\"");
    }
}
