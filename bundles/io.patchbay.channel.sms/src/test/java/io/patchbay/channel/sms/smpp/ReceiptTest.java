// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReceiptTest {
    private static Receipt read(String text) {
        return Receipt.read(text, Optional.empty(), -1);
    }

    @Test
    void theUsualTextIsRead() {
        Receipt receipt = read("id:0000000A12 sub:001 dlvrd:001 submit date:2611220800 done date:2611220801"
                + " stat:DELIVRD err:000 text:hello");
        assertThat(receipt.fate()).isEqualTo(Receipt.Fate.DELIVERED);
        assertThat(receipt.ids()).contains("a12", Long.toString(0xa12)).doesNotContain("0000000A12");
    }

    @Test
    void anotherWayToWriteTheNumberIsTheSame() {
        assertThat(read("id:2578 stat:DELIVRD").ids()).contains("2578", "a12");
        assertThat(Receipt.kept("0000000A12")).isEqualTo("a12");
        assertThat(Receipt.kept("0")).isEqualTo("0");
    }

    @Test
    void aFailureHasItsReason() {
        assertThat(read("id:1 stat:UNDELIV err:069").fate()).isEqualTo(Receipt.Fate.FAILED);
        assertThat(read("id:1 stat:UNDELIV err:069").reason())
                .contains("UNDELIV")
                .contains("069");
        assertThat(read("id:1 stat:EXPIRED err:000").reason())
                .contains("EXPIRED")
                .doesNotContain("error");
        assertThat(read("id:1 stat:REJECTD").fate()).isEqualTo(Receipt.Fate.FAILED);
    }

    @Test
    void parametersCountMoreThanText() {
        Receipt receipt = Receipt.read("id:5 stat:DELIVRD", Optional.of("0b"), 5);
        assertThat(receipt.fate()).isEqualTo(Receipt.Fate.FAILED);
        assertThat(receipt.ids()).contains("b").doesNotContain("5");
    }

    @Test
    void whatIsUnderWayOrUnreadableDecidesNothing() {
        assertThat(read("id:1 stat:ENROUTE").fate()).isEqualTo(Receipt.Fate.UNDERWAY);
        assertThat(read("id:1 stat:ACCEPTD").fate()).isEqualTo(Receipt.Fate.UNDERWAY);
        assertThat(read("no receipt at all").ids()).isEmpty();
        assertThat(read("id:99999999999999999999999999 stat:DELIVRD").ids()).hasSize(1);
    }
}
