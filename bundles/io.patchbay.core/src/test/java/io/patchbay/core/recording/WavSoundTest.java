// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.recording.RecordedSound.Gap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;

class WavSoundTest {
    private static final Instant BEGAN = Instant.parse("2026-03-02T01:00:00Z");
    /** Two parts, the second begun 4.25 s after the first, which holds 2.5 s. */
    private static final WavSound TWO =
            new WavSound(List.of(Tone.of(BEGAN, 20_000), Tone.of(BEGAN.plusMillis(4_250), 9_000)));

    private static byte[] read(WavSound sound, long from, long to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sound.write(from, to, out);
        return out.toByteArray();
    }

    private static byte[] whole(WavSound sound) throws IOException {
        return read(sound, 0, sound.length());
    }

    @Test
    void everyRangeIsTheSliceOfTheWhole() throws IOException {
        byte[] whole = whole(TWO);
        assertThat(whole).hasSize((int) TWO.length());
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            int from = random.nextInt(whole.length + 1);
            int to = from + random.nextInt(Math.min(whole.length - from, i % 2 == 0 ? 90 : 90_000) + 1);
            assertThat(read(TWO, from, to)).isEqualTo(Arrays.copyOfRange(whole, from, to));
        }
        for (int at = 0; at < 200; at++) {
            assertThat(read(TWO, at, at + 1)).containsExactly(whole[at]);
        }
    }

    @Test
    void aPlayerReadsEightKilohertzSixteenBitStereo() throws IOException, UnsupportedAudioFileException {
        byte[] whole = whole(TWO);
        try (AudioInputStream heard = AudioSystem.getAudioInputStream(new ByteArrayInputStream(whole))) {
            AudioFormat format = heard.getFormat();
            assertThat(format.getSampleRate()).isEqualTo(8000f);
            assertThat(format.getSampleSizeInBits()).isEqualTo(16);
            assertThat(format.getChannels()).isEqualTo(2);
            assertThat(format.isBigEndian()).isFalse();
            assertThat(heard.getFrameLength()).isEqualTo(43_000);
        }
        assertThat(TWO.duration()).isEqualTo(Duration.ofMillis(5_375));
    }

    @Test
    void theGapBetweenPartsIsSilentWithACueMark() throws IOException {
        byte[] whole = whole(TWO);
        ByteBuffer header = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(new String(whole, 36, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("cue ");
        assertThat(header.getInt(44)).as("marks").isEqualTo(1);
        assertThat(header.getInt(52)).as("position").isEqualTo(20_000);
        int sound = 36 + 8 + 4 + 24 + 8;
        assertThat(header.getInt(sound - 4)).isEqualTo(43_000 * 4);
        assertThat(header.getInt(4)).isEqualTo(whole.length - 8);
        assertThat(Arrays.copyOfRange(whole, sound + 20_000 * 4, sound + 34_000 * 4))
                .containsOnly(0);
        assertThat(whole[sound + 20_000 * 4 - 1]).isNotZero();
        assertThat(whole[sound + 34_000 * 4]).isNotZero();
    }

    @Test
    void lostSecondsInARowAreOneGap() throws IOException {
        WavSound sound = new WavSound(List.of(Tone.of(BEGAN, 40_000, 1, 2, 4)));
        byte[] whole = whole(sound);
        ByteBuffer header = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(header.getInt(44)).isEqualTo(2);
        assertThat(header.getInt(52)).isEqualTo(8_000);
        assertThat(header.getInt(52 + 24)).isEqualTo(32_000);
        assertThat(sound.gaps())
                .containsExactly(
                        new Gap(Duration.ofSeconds(1), Duration.ofSeconds(2), Gap.Why.LOST),
                        new Gap(Duration.ofSeconds(4), Duration.ofSeconds(1), Gap.Why.LOST));
        int begin = whole.length - 40_000 * 4;
        assertThat(Arrays.copyOfRange(whole, begin + 8_000 * 4, begin + 24_000 * 4))
                .containsOnly(0);
    }

    @Test
    void partsThatTouchHaveNoMark() throws IOException {
        WavSound sound = new WavSound(List.of(Tone.of(BEGAN.plusSeconds(1), 8_000), Tone.of(BEGAN, 8_000)));
        assertThat(sound.length()).isEqualTo(44 + 16_000 * 4);
        assertThat(whole(sound)).hasSize(44 + 16_000 * 4);
    }

    @Test
    void partsWhoseClocksOverlapFollowEachOther() {
        WavSound sound = new WavSound(List.of(Tone.of(BEGAN, 8_100), Tone.of(BEGAN.plusSeconds(1), 8_000)));
        assertThat(sound.length()).isEqualTo(44 + 16_100 * 4);
    }

    @Test
    void anEmptyRecordingIsAWholeFile() throws IOException {
        assertThat(whole(new WavSound(List.of(Tone.of(BEGAN, 0))))).hasSize(44);
    }

    @Test
    void rangesOutsideAreRefused() {
        assertThatThrownBy(() -> read(TWO, 5, TWO.length() + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("range must lie in 0 to " + TWO.length());
    }
}
