// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OptWordTest {
    @ParameterizedTest
    @ValueSource(strings = {"TD", "td", " T D ", "T", "ｔｄ", "ＴＤ", "退订", "退 订", "　退订。", "stop", "Stop.", "ＳＴＯＰ", "t\nd"})
    void theseTakeOut(String text) {
        assertThat(OptWord.in(text))
                .hasValueSatisfying(word -> assertThat(word.out()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HF", "恢复", "start", " 恢　复 "})
    void theseTakeInAgain(String text) {
        assertThat(OptWord.in(text))
                .hasValueSatisfying(word -> assertThat(word.out()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TDX", "请退订", "don't stop", "T恤", "stop it", "1"})
    void theseAreWordsToUs(String text) {
        assertThat(OptWord.in(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TD", "退订", "STOP", "HF", "START"})
    void theConfirmationSpeaksTheLanguageOfTheWord(String text) {
        OptWord word = OptWord.in(text).orElseThrow();
        assertThat(word.confirmation().codePoints().anyMatch(point -> point > 0x4e00))
                .isEqualTo(!word.word().matches("START|STOP"));
    }
}
