// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.core.path.CallbackVocabulary.Wish;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackVocabularyTest {
    private final CallbackVocabulary words = CallbackVocabulary.USUAL;

    @ParameterizedTest
    @CsvSource({
        "回电,,",
        "  CallBack  ,,",
        "回电13812345678,13812345678,",
        "callback +86 138-1234-5678,+86 138-1234-5678,",
        "回电 15:30,,15:30",
        "回电 9：05,,09:05",
        "callback 13812345678 15:30,13812345678,15:30"
    })
    void aWordAsksPerhapsWithANumberAndATime(String text, String number, String time) {
        assertThat(words.read(text))
                .contains(new Wish.Ask(
                        Optional.ofNullable(number), Optional.ofNullable(time).map(LocalTime::parse)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"取消回电", "callback off", " CALLBACK OFF "})
    void anotherTakesItBack(String text) {
        assertThat(words.read(text)).contains(new Wish.Cancel());
    }

    @ParameterizedTest
    @ValueSource(strings = {"请给我回电", "回电什么时候来？", "callback 25:00", "callback me please", "", "13812345678"})
    void anythingElseIsJustAMessage(String text) {
        assertThat(words.read(text)).isEmpty();
    }

    @Test
    void otherWordsCanBeSet() {
        CallbackVocabulary own = new CallbackVocabulary(List.of("TD"), List.of());
        assertThat(own.read("td")).isPresent();
        assertThat(own.read("回电")).isEmpty();
    }

    @Test
    void aTimeThatIsPastMeansTomorrow() {
        ZonedDateTime noon = ZonedDateTime.parse("2026-11-22T12:00:00+08:00[Asia/Shanghai]");
        assertThat(CallbackVocabulary.next(LocalTime.of(15, 30), noon))
                .isEqualTo(noon.plusHours(3).plusMinutes(30).toInstant());
        assertThat(CallbackVocabulary.next(LocalTime.of(9, 0), noon))
                .isEqualTo(noon.plusHours(21).toInstant());
    }
}
