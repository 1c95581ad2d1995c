// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.content.Confidential;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

final class CanonicalJsonTest {
    @Test
    void chineseEmojiAndControlCharactersAreAsTheReferenceWritesThem() throws IOException {
        StringBuilder control = new StringBuilder();
        for (char c = 0; c < 0xa1; c++) {
            control.append(c);
        }
        agrees(Map.of("text", "客户 “王芳” 👩‍💻 \\ / \"", "control", control.toString()));
    }

    @Test
    void keysAreOrderedByUtf16CodeUnits() throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        for (String key : List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6", "", "a", "A")) {
            map.put(key, key);
        }
        agrees(map);
    }

    @Test
    void nestedValuesAgreeWithTheReference() throws IOException {
        agrees(Map.of(
                "list", List.of(List.of(), Map.of(), 1, "x", true, false),
                "map", Map.of("b", 2L, "a", Map.of("z", List.of("y"))),
                "numbers", List.of(0, -1, 9007199254740992L, -9007199254740992L, Integer.MIN_VALUE)));
    }

    @Test
    void randomTextsAgreeWithTheReference() throws IOException {
        Random random = new Random(42);
        for (int i = 0; i < 2000; i++) {
            String text = random.ints(20, 0, 0x11000)
                    .filter(c -> c < 0xd800 || c > 0xdfff)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            agrees(Map.of(text, text, "n", random.nextInt()));
        }
    }

    private static void agrees(Map<String, Object> value) throws IOException {
        String written = CanonicalJson.write(value);
        assertThat(new JsonCanonicalizer(written).getEncodedString()).isEqualTo(written);
        Map<String, Object> read = CanonicalJson.read(written);
        assertThat(CanonicalJson.write(read)).isEqualTo(written);
    }

    @Test
    void whatAJournalLineCannotHoldIsRefused() {
        for (Object bad : List.of(1.5, 9007199254740993L, 'c', "\ud83d", "\ude00x")) {
            assertThatThrownBy(() -> CanonicalJson.write(List.of(bad))).isInstanceOf(IllegalArgumentException.class);
        }
        for (String bad : List.of("{\"a\":null}", "{\"a\":1.5}", "[]", "{}{}", "{\"a\":", "")) {
            assertThatThrownBy(() -> CanonicalJson.read(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void sealedContentSurvivesBothWays() {
        Confidential.Sealed sealed = new Confidential.Sealed("ab".repeat(32));
        String json = CanonicalJson.write(Map.of("from", sealed, "list", List.of(sealed)));
        assertThat(json).contains("\"from\":{\"sealed\":\"abab");
        assertThat(CanonicalJson.read(json)).isEqualTo(Map.of("from", sealed, "list", List.of(sealed)));
        assertThat(CanonicalJson.read("{\"sealed\":\"no hash\"}")).isEqualTo(Map.of("sealed", "no hash"));
    }
}
