// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RtpPacketTest {
    private static final String HEAD = "0012" + "00000064" + "DEADBEEF";

    private final RtpPacket packet = new RtpPacket();

    private boolean parse(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return packet.parse(ByteBuffer.wrap(bytes), bytes.length);
    }

    @Test
    void whatIsWrittenIsRead() {
        ByteBuffer bytes = ByteBuffer.allocate(12);
        RtpPacket.header(bytes, true, 8, 65_535, -5, 0xDEADBEEF);
        assertThat(packet.parse(bytes, 12)).isTrue();
        assertThat(packet.marker()).isTrue();
        assertThat(packet.payloadType()).isEqualTo(8);
        assertThat(packet.sequence()).isEqualTo(65_535);
        assertThat(packet.timestamp()).isEqualTo(-5);
        assertThat(packet.ssrc()).isEqualTo(0xDEADBEEF);
        assertThat(packet.payloadLength()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "plain,               8008, 0102,                 12, 2",
        "one CSRC,            8108, 000000010102,         16, 2",
        "an extension,        9008, BEDE0001000000000102, 20, 2",
        "an empty extension,  9008, BEDE00000102,         16, 2",
        "padding,             A008, 01020002,             12, 2",
        "nothing but padding, A008, 00000003,             12, 1"
    })
    void thePayloadIsFoundBehind(String what, String first, String rest, int at, int length) {
        assertThat(parse(first + HEAD + rest)).as(what).isTrue();
        assertThat(packet.payloadAt()).isEqualTo(at);
        assertThat(packet.payloadLength()).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "80",
                "800800120000006400000",
                "4008" + HEAD,
                "8F08" + HEAD + "0102",
                "9008" + HEAD,
                "9008" + HEAD + "BEDEFFFF0102",
                "A008" + HEAD + "0100",
                "A008" + HEAD + "01FF",
                "80C8" + HEAD
            })
    void liesAreRefused(String hex) {
        assertThat(parse(hex.length() % 2 == 0 ? hex : hex + "0")).isFalse();
    }
}
