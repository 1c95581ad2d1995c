// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WholeTest {
    private static Part part(int coding, String hex) {
        return new Part(coding, HexFormat.of().parseHex(hex), Optional.empty());
    }

    private static Part part(int number, int total, String text) {
        return new Part(8, text.getBytes(StandardCharsets.UTF_16BE), Optional.of(new Place(1, total, number)));
    }

    private static String text(int coding, String hex) {
        return Whole.of(List.of(part(coding, hex))).text();
    }

    private static void isNoText(int coding, String hex) {
        Whole whole = Whole.of(List.of(part(coding, hex)));
        assertThat(whole.text()).contains("SMS that is no text").contains("coding " + coding);
        assertThat(whole.original()).hasValueSatisfying(octets -> assertThat(octets)
                .isEqualTo(HexFormat.of().parseHex(hex)));
    }

    @Test
    void eachDataCodingIsReadAsItIs() {
        assertThat(text(0, "48656c6c6f001b65")).isEqualTo("Hello@€");
        assertThat(text(1, "48656c6c6f")).isEqualTo("Hello");
        assertThat(text(3, "e7e9")).isEqualTo("çé");
        assertThat(text(8, "60a8597dd83dde00")).isEqualTo("您好😀");
        assertThat(text(15, "c4fabac3")).isEqualTo("您好");
        assertThat(text(6, "bfe0d8d2d5e2")).isEqualTo("Привет");
        assertThat(text(0xf0, "48656c6c6f")).isEqualTo("Hello");
        assertThat(text(0x18, "60a8597d")).isEqualTo("您好");
        assertThat(text(0xe0, "60a8")).isEqualTo("您");
    }

    @Test
    void whatIsNoTextIsShownAsBytesAndKept() {
        isNoText(4, "00ff10");
        isNoText(2, "00ff10");
        isNoText(0, "48ff");
        isNoText(1, "c3");
        isNoText(8, "60a859"); // half a character
        isNoText(8, "d83d"); // half a pair
        isNoText(0xf4, "0011");
        isNoText(0x9f, "41");
    }

    @Test
    void anEscapeToNowhereIsASpace() {
        assertThat(text(0, "411b")).isEqualTo("A ");
        assertThat(text(0, "411b1b42")).isEqualTo("A B");
        assertThat(text(0, "1b41")).isEqualTo("A");
    }

    @Test
    void anEmptySmsSaysSo() {
        assertThat(text(0, "")).contains("empty SMS");
        assertThat(text(8, "")).contains("空短信");
    }

    @Test
    void partsThatCutACharacterAreJoinedByOctets() {
        Place first = new Place(9, 2, 1);
        Place second = new Place(9, 2, 2);
        byte[] octets = "好😀".getBytes(StandardCharsets.UTF_16BE);
        List<Part> parts = List.of(
                new Part(8, new byte[] {octets[4], octets[5]}, Optional.of(second)),
                new Part(8, new byte[] {octets[0], octets[1], octets[2], octets[3]}, Optional.of(first)));
        assertThat(Whole.of(parts).text()).isEqualTo("好😀");
    }

    @Test
    void partsOfDifferentCodingsAreReadEachForItself() {
        List<Part> parts = List.of(
                new Part(0, new byte[] {0x48}, Optional.of(new Place(1, 2, 1))),
                new Part(8, new byte[] {0x60, (byte) 0xa8}, Optional.of(new Place(1, 2, 2))));
        assertThat(Whole.of(parts).text()).isEqualTo("H您");
        assertThat(Whole.of(parts).original()).isEmpty();
    }

    @Test
    void aGapIsNamed() {
        Whole whole = Whole.of(List.of(part(3, 3, "终"), part(1, 3, "始")));
        assertThat(whole.text()).isEqualTo("始[第 2/3 条未收到 · part 2 of 3 did not come]终");
        assertThat(whole.original()).isPresent();
    }

    @Test
    void ofAPartThatCameTwiceTheFirstCounts() {
        assertThat(Whole.of(List.of(part(1, 2, "甲"), part(1, 2, "乙"), part(2, 2, "丙")))
                        .text())
                .isEqualTo("甲丙");
    }
}
