// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What the specifications and another implementation (libsrtp's validation packets) give. */
class VectorsTest {
    private static final byte[] KEY = hex("E1F97A0D3E018BE0D64FA32C06DE4139");
    private static final byte[] SALT = hex("0EC675AD498AFEEBB6960B3AABE6");
    private static final String CLEAR = "800f1234decafbadcafebabeabababababababababababababababab";
    private static final String SEALED = "800f1234decafbadcafebabe4e55dc4ce79978d88ca4d215949d2402b78d6acc99ea179b8dbb";
    private static final String CLEAR_REPORT = "81c8000bcafebabeabababababababababababababababab";
    private static final String SEALED_REPORT =
            "81c8000bcafebabe7128035be487b9bdbef89041f977a5a880000001993e08cd54d6c1230798";

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static String text(byte[] bytes, int length) {
        return HexFormat.of().formatHex(bytes, 0, length);
    }

    @Test
    void counterModeIsThatOfRfc3711AppendixB2() {
        byte[] zeros = new byte[48];
        new CounterMode(hex("2B7E151628AED2A6ABF7158809CF4F3C"), hex("F0F1F2F3F4F5F6F7F8F9FAFBFCFD"))
                .apply(zeros, 0, zeros.length, 0, 0);
        assertThat(zeros)
                .isEqualTo(hex("E03EAD0935C95E80E166B16DD92B4EB4"
                        + "D23513162B02D0F72A43A2FE4A5F97AB"
                        + "41E95B3BB0A2E8DD477901E4FCA894C0"));
    }

    @Test
    void sessionKeysAreThoseOfRfc3711AppendixB3() {
        SrtpKeys keys = SrtpKeys.derive(KEY, SALT, SrtpKeys.Of.RTP);
        assertThat(keys.encryption()).isEqualTo(hex("C61E7A93744F39EE10734AFE3FF7A087"));
        assertThat(keys.salt()).isEqualTo(hex("30CBBC08863D8C85D49DB34A9AE1"));
        assertThat(keys.authentication()).isEqualTo(hex("CEBE321F6FF7716B6FD4AB49AF256A156D38BAA4"));
    }

    @Test
    void theTagIsTheHmacOfRfc2202() {
        byte[] key = new byte[20];
        Arrays.fill(key, (byte) 0x0B);
        assertThat(new PacketTag(key).whole("Hi There".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(hex("b617318655057264e28bc0b6fb378c8ef146be00"));
        assertThat(new PacketTag("Jefe".getBytes(StandardCharsets.US_ASCII))
                        .whole("what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(hex("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"));
    }

    @Test
    void packetsAreSealedAsOthersSealThem() {
        byte[] packet = Arrays.copyOf(hex(CLEAR), 64);
        int length = new SrtpSender(KEY, SALT).rtp(packet, CLEAR.length() / 2);
        assertThat(text(packet, length)).isEqualTo(SEALED);
    }

    @Test
    void packetsOfOthersAreOpened() {
        SrtpReceiver receiver = new SrtpReceiver(KEY, SALT);
        byte[] packet = hex(SEALED);
        assertThat(text(packet, receiver.rtp(packet, packet.length))).isEqualTo(CLEAR);
        byte[] report = hex(SEALED_REPORT);
        assertThat(text(report, receiver.rtcp(report, report.length))).isEqualTo(CLEAR_REPORT);
    }
}
