// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.channel.sms.codec.Place;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.DefaultDecomposer;
import org.junit.jupiter.api.Test;

final class PdusTest {
    private static Delivery read(int esmClass, int coding, String hex, OptionalParameter... parameters)
            throws PDUStringException {
        byte[] pdu = new DefaultComposer()
                .deliverSm(
                        42,
                        "",
                        (byte) 1,
                        (byte) 1,
                        "8613800132046",
                        (byte) 0,
                        (byte) 1,
                        "10690000",
                        (byte) esmClass,
                        (byte) 0,
                        (byte) 0,
                        (byte) 0,
                        (byte) coding,
                        HexFormat.of().parseHex(hex),
                        parameters);
        return Pdus.delivery(new DefaultDecomposer().deliverSm(pdu), "link");
    }

    @Test
    void aPlainSmsIsRead() throws PDUStringException {
        Delivery delivery = read(0, 8, "60a8");
        assertThat(delivery.from()).isEqualTo(new Delivery.Party("8613800132046", 1));
        assertThat(delivery.to()).isEqualTo("10690000");
        assertThat(delivery.part().dataCoding()).isEqualTo(8);
        assertThat(delivery.part().place()).isEmpty();
        assertThat(delivery.receipt()).isEmpty();
        assertThat(delivery.sequence()).isEqualTo(42);
    }

    @Test
    void partsAreKnownByHeaderOrParameters() throws PDUStringException {
        assertThat(read(0x40, 0, "05000307020141").part().place()).contains(new Place(7, 2, 1));
        Delivery sar = read(
                0,
                0,
                "41",
                new OptionalParameter.Sar_msg_ref_num((short) 0xfedc),
                new OptionalParameter.Sar_total_segments((byte) 200),
                new OptionalParameter.Sar_segment_seqnum((byte) 199));
        assertThat(sar.part().place()).contains(new Place(0xfedc, 200, 199));
    }

    @Test
    void aPayloadIsTheContent() throws PDUStringException {
        byte[] text = "很长".repeat(200).getBytes(StandardCharsets.UTF_16BE);
        Delivery delivery = read(0, 8, "", new OptionalParameter.Message_payload(text));
        assertThat(delivery.part().content()).isEqualTo(text);
    }

    @Test
    void contentForAPortIsBinary() throws PDUStringException {
        assertThat(read(0x40, 0, "06050423f4000041").part().dataCoding()).isEqualTo(4);
    }

    @Test
    void aReceiptIsNoSms() throws PDUStringException {
        String text = HexFormat.of().formatHex("id:a1 stat:DELIVRD err:000".getBytes(StandardCharsets.US_ASCII));
        assertThat(read(4, 0, text).receipt())
                .hasValueSatisfying(receipt -> assertThat(receipt.fate()).isEqualTo(Receipt.Fate.DELIVERED));
        assertThat(read(4, 0, "").receipt())
                .hasValueSatisfying(receipt -> assertThat(receipt.ids()).isEmpty());
    }

    @Test
    void parametersOfAReceiptAreRead() throws PDUStringException {
        Delivery delivery = read(
                4, 0, "", new OptionalParameter.Receipted_message_id("A1"), new OptionalParameter.Message_state((byte)
                        5));
        assertThat(delivery.receipt()).hasValueSatisfying(receipt -> {
            assertThat(receipt.fate()).isEqualTo(Receipt.Fate.FAILED);
            assertThat(receipt.ids()).contains("a1");
        });
    }
}
