// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.queue.WaitEstimate;
import io.patchbay.media.Playlist;
import io.patchbay.media.Sound;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the prompts the build makes. */
class PhrasesTest {
    @TempDir
    Path nothing;

    private PromptBook book() {
        return new PromptBook(nothing, getClass().getClassLoader()::getResource);
    }

    private static List<Sound> sounds(PromptBook book, String language, String... names) {
        return Arrays.stream(names)
                .map(name -> book.sound(name.equals("music") ? "any" : language, name)
                        .orElseThrow())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyPlaceIsSaidAndMusicGoesOnAfterIt(String language) {
        PromptBook book = book();
        Phrases phrases = new Phrases(book, language);
        assertThat(phrases.position(1, Optional.empty(), false))
                .isEqualTo(new Playlist(sounds(book, language, "you-are-next", "music"), true));
        for (int place = 2; place <= 20; place++) {
            assertThat(phrases.position(place, Optional.empty(), false).sounds())
                    .isEqualTo(sounds(book, language, "you-are-number", "count-" + place, "in-line", "music"));
        }
        assertThat(phrases.position(21, Optional.empty(), false).sounds())
                .isEqualTo(sounds(book, language, "many-before-you", "music"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void theWaitIsSaidInMinutesAsARangeOrAsMoreThan(String language) {
        PromptBook book = book();
        Phrases phrases = new Phrases(book, language);
        for (int least = 1; least < 20; least++) {
            WaitEstimate range = new WaitEstimate(60 * least - 30, 60 * least + 1, false);
            assertThat(phrases.position(1, Optional.of(range), false).sounds())
                    .isEqualTo(sounds(
                            book,
                            language,
                            "you-are-next",
                            "wait-about",
                            "minutes-from-" + least,
                            "minutes-" + (least + 1),
                            "music"));
        }
        assertThat(phrases.position(1, Optional.of(new WaitEstimate(10, 50, false)), false)
                        .sounds())
                .isEqualTo(sounds(book, language, "you-are-next", "wait-about", "minutes-1", "music"));
        assertThat(phrases.position(1, Optional.of(new WaitEstimate(90, 90, true)), false)
                        .sounds())
                .isEqualTo(sounds(book, language, "you-are-next", "wait-more-than", "minutes-2", "music"));
        assertThat(phrases.position(1, Optional.of(new WaitEstimate(3_000, 4_000, false)), false)
                        .sounds())
                .isEqualTo(sounds(book, language, "you-are-next", "wait-more-than", "minutes-20", "music"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void theAgentsNumberIsSaidDigitByDigit(String language) {
        PromptBook book = book();
        Playlist said = new Phrases(book, language).staffNumber("10023456").orElseThrow();
        assertThat(said.loopLast()).isFalse();
        assertThat(said.sounds())
                .isEqualTo(sounds(
                        book,
                        language,
                        "staff-number",
                        "digit-1",
                        "digit-0",
                        "digit-0",
                        "digit-2",
                        "digit-3",
                        "digit-4",
                        "digit-5",
                        "digit-6",
                        "serves-you"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyGreetingAndTheNoticeAreThere(String language) {
        PromptBook book = book();
        Phrases phrases = new Phrases(book, language);
        assertThat(book.greetings()).allMatch(name -> phrases.greeting(name).isPresent());
        assertThat(phrases.notice()).isPresent();
        assertThat(phrases.greeting("")).isEmpty();
        assertThat(phrases.again().sounds()).isEqualTo(sounds(book, language, "once-more", "music"));
    }
}
