// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FramerTest {
    private static final String ONE = "A x\r\nContent-Length: 3\r\n\r\nabc";
    private static final String TWO = "B y\r\nl : 0\r\n\r\n";

    private final Framer framer = new Framer(1_000);

    @Test
    void messagesAreCutAtTheirLengthHoweverTheyCome() {
        for (int piece = 1; piece < 30; piece++) {
            Framer fresh = new Framer(1_000);
            List<String> cut = new ArrayList<>();
            String stream = ONE + "\r\n" + TWO + ONE;
            for (int from = 0; from < stream.length(); from += piece) {
                fresh.add(bytes(stream.substring(from, Math.min(stream.length(), from + piece))));
                drain(fresh, cut);
            }
            assertThat(cut).containsExactly(ONE, TWO, ONE);
            assertThat(fresh.halfway()).isFalse();
        }
    }

    @Test
    void withoutALengthThereIsNoBody() {
        assertThat(cut("A x\r\nTo: y\r\n\r\nB")).containsExactly("A x\r\nTo: y\r\n\r\n");
        assertThat(framer.halfway()).isTrue();
    }

    @Test
    void aLengthThatCannotBeTrustedBreaksTheStream() {
        for (String length : List.of("-1", "x", "3, 3", "99999999", "3\r\nContent-Length: 4", "")) {
            Framer fresh = new Framer(1_000);
            fresh.add(bytes("A x\r\nContent-Length: " + length + "\r\n\r\nabc"));
            assertThat(fresh.next()).isPresent();
            assertThat(fresh.broken()).isTrue();
            assertThat(fresh.next()).isEmpty();
        }
    }

    @Test
    void whatIsTooLongBreaksTheStreamWithoutBeingHeld() {
        assertThat(cut("A".repeat(1_001))).hasSize(1);
        assertThat(framer.broken()).isTrue();
    }

    @Test
    void keepAlivesAreCounted() {
        assertThat(cut("\r\n\r\n" + TWO + "\r\n\r\n\r\n\r\n")).containsExactly(TWO);
        assertThat(framer.pings()).isEqualTo(3);
        assertThat(framer.pings()).isZero();
    }

    private List<String> cut(String stream) {
        framer.add(bytes(stream));
        return drain(framer, new ArrayList<>());
    }

    private static List<String> drain(Framer framer, List<String> into) {
        for (Optional<byte[]> next = framer.next(); next.isPresent(); next = framer.next()) {
            into.add(new String(next.get(), StandardCharsets.US_ASCII));
        }
        return into;
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
