// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SplitterTest {
    private static List<Part> split(String text) {
        return Splitter.split(text, Carriage.UDH8, 7);
    }

    private static String octets(String text) {
        return HexFormat.of().formatHex(split(text).get(0).content());
    }

    private static int coding(String text) {
        return split(text).get(0).dataCoding();
    }

    @Test
    void theSmallestCodingThatHasAllCharactersIsTaken() {
        assertThat(coding("Hello @ [€]")).isZero();
        assertThat(coding("ça va")).isEqualTo(3);
        assertThat(coding("您好")).isEqualTo(8);
        assertThat(coding("ok 👍")).isEqualTo(8);
    }

    @Test
    void theDefaultAlphabetIsThatOf23038() {
        assertThat(octets("@£$¥èéùìòÇ\nØø\rÅå")).isEqualTo("000102030405060708090a0b0c0d0e0f");
        assertThat(octets("Δ_ΦΓΛΩΠΨΣΘΞ")).isEqualTo("101112131415161718191a");
        assertThat(octets("ÆæßÉ !\"#¤%&'")).isEqualTo("1c1d1e1f2021222324252627");
        assertThat(octets("¡AZÄÖÑÜ§¿azäöñüà")).isEqualTo("40415a5b5c5d5e5f60617a7b7c7d7e7f");
        assertThat(octets("\f^{}\\[~]|€")).isEqualTo("1b0a1b141b281b291b2f1b3c1b3d1b3e1b401b65");
    }

    @Test
    void oneSmsHolds160Or70Characters() {
        assertThat(split("a".repeat(160))).hasSize(1);
        assertThat(split("a".repeat(161)))
                .extracting(part -> part.content().length)
                .containsExactly(153, 8);
        assertThat(split("ç".repeat(140))).hasSize(1);
        assertThat(split("ç".repeat(141)))
                .extracting(part -> part.content().length)
                .containsExactly(134, 7);
        assertThat(split("好".repeat(70))).hasSize(1);
        assertThat(split("好".repeat(71)))
                .extracting(part -> part.content().length)
                .containsExactly(134, 8);
    }

    @Test
    void aWiderReferenceLeavesLessRoom() {
        assertThat(Splitter.split("a".repeat(161), Carriage.UDH16, 0x1234)
                        .get(0)
                        .content())
                .hasSize(152);
        assertThat(Splitter.split("好".repeat(71), Carriage.UDH16, 0x1234).get(0).content())
                .hasSize(132);
        assertThat(Splitter.split("好".repeat(71), Carriage.SAR, 0x1234).get(0).content())
                .hasSize(134);
    }

    @Test
    void anEscapeIsNeverCutFromItsCharacter() {
        List<Part> parts = split("a".repeat(152) + "€".repeat(10));
        assertThat(parts.get(0).content()).hasSize(152);
        assertThat(parts.get(1).content()).hasSize(20).startsWith(0x1b);
    }

    @Test
    void aSurrogatePairIsNeverCut() {
        List<Part> parts = split("好".repeat(66) + "😀".repeat(5));
        assertThat(parts.get(0).content()).hasSize(132);
        assertThat(parts.get(1).content()).hasSize(20);
    }

    @Test
    void asOneItGoesWhole() {
        assertThat(Splitter.split("好".repeat(3000), Carriage.PAYLOAD, 1)).hasSize(1);
    }

    @Test
    void more255PartsAreRefused() {
        assertThatThrownBy(() -> split("好".repeat(67 * 255 + 1))).hasMessageContaining("256 SMS");
        assertThat(split("好".repeat(67 * 255))).hasSize(255);
    }

    @Test
    void whateverIsSplitIsJoinedAgainInAnyOrder() {
        Random random = new Random(4);
        String alphabet = "ab€[ç好😀\n中🇨🇳é";
        int[] points = alphabet.codePoints().toArray();
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            int length = 1 + random.nextInt(500);
            int limit = 1 + random.nextInt(points.length);
            for (int k = 0; k < length; k++) {
                text.appendCodePoint(points[random.nextInt(limit)]);
            }
            for (Carriage carriage : Carriage.values()) {
                List<Part> parts = new ArrayList<>(Splitter.split(text.toString(), carriage, random.nextInt(0x10000)));
                parts.addAll(parts.subList(0, 1));
                Collections.shuffle(parts, random);
                assertThat(Whole.of(parts)).isEqualTo(new Whole(text.toString(), java.util.Optional.empty()));
            }
        }
    }
}
